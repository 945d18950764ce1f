// What the pages do by themselves; without it everything still works, with more clicks.
"use strict";

const each = (css, act, root = document) => root.querySelectorAll(css).forEach(act);

// ------------------------------------------------------------------ sending files

each("form[data-send]", (form) => {
  const told = form.querySelector("[data-told]");
  const say = (words) => {
    if (!told) return;
    told.textContent = words || "";
    told.hidden = !words;
  };
  const problem = () => {
    const input = form.querySelector("input[type=file]");
    if (!input) return "";
    const files = [...input.files];
    const large = files.find((one) => one.size > Number(form.dataset.maxFile));
    if (large) return form.dataset.large.replace("{}", large.name);
    const all = files.reduce((sum, one) => sum + one.size, 0);
    const many = files.length > Number(form.dataset.maxFiles) || all > Number(form.dataset.maxAll);
    return many ? form.dataset.many : "";
  };
  form.addEventListener("change", () => say(problem()));
  form.addEventListener("submit", (event) => {
    const words = problem();
    say(words);
    if (words) {
      event.preventDefault();
      return;
    }
    const button = form.querySelector("button");
    button.disabled = true;
    button.textContent = form.dataset.sending;
  });
  const drop = form.querySelector(".drop");
  if (drop) {
    const over = (on) => (event) => {
      event.preventDefault();
      drop.classList.toggle("over", on);
    };
    drop.addEventListener("dragover", over(true));
    drop.addEventListener("dragleave", over(false));
    drop.addEventListener("drop", (event) => {
      over(false)(event);
      const input = drop.querySelector("input");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
});

// A page that the browser brings back from its memory must not stay disabled.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// ------------------------------------------------------------------ documents that are being read

const PAUSE = 1500; // milliseconds

const again = async (css) => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(css);
};

const follow = (css, act) => {
  if (!document.querySelector(css)) return;
  const look = async () => {
    try {
      if (!document.hidden && act(await again(css))) return;
    } catch {
      // the server is away for a moment
    }
    setTimeout(look, PAUSE);
  };
  setTimeout(look, PAUSE);
};

follow("[data-waiting]", (fresh) => {
  if (!fresh) location.reload();
  return !fresh;
});

follow("table[data-follow]", (fresh) => {
  const table = document.querySelector("table[data-follow]");
  if (!fresh) {
    location.reload();
    return true;
  }
  if (!table.contains(document.activeElement)) table.tBodies[0].replaceWith(fresh.tBodies[0]);
  return false;
});

// ------------------------------------------------------------------ tasks of a document

const bare = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");

each("form[data-filter]", (form) => {
  const rows = [...document.querySelectorAll(`#${form.dataset.filter} tbody tr`)];
  const texts = rows.map((row) => bare(row.textContent));
  const count = form.querySelector("[data-count]");
  const filter = () => {
    const words = bare(form.elements.words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, at) => {
      const fits =
        words.every((word) => texts[at].includes(word)) &&
        (!form.elements.open.checked || row.dataset.open) &&
        (!form.elements.changed.checked || row.dataset.changed);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = `${shown} / ${rows.length}`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
});

// ------------------------------------------------------------------ names of agencies

each("form[data-names]", (form) => {
  const pick = form.querySelector("[data-pick]");
  if (!pick) return;
  pick.hidden = false;
  const fields = [...form.querySelectorAll("textarea")].slice(0, 3);
  let field = fields[0];
  fields.forEach((one) => one.addEventListener("focus", () => (field = one)));
  each(".chip", (chip) => {
    chip.addEventListener("click", () => {
      const names = field.value.split("\n").map((name) => name.trim()).filter(Boolean);
      if (!names.includes(chip.textContent)) names.push(chip.textContent);
      field.value = names.join("\n");
      field.focus();
    });
  }, pick);
});
