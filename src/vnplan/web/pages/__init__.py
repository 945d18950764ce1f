"""The pages of the app: requests in, questions to the shelf, templates out."""
