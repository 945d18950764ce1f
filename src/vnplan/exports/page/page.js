// What a page does by itself: views, filters, the way from a record to its words and back.
// Text of documents is only ever moved as text; nothing here builds markup out of it.
(() => {
  "use strict";
  const root = document.documentElement;
  const labels = JSON.parse(document.getElementById("labels").textContent);
  const one = (css, within = document) => within.querySelector(css);
  const all = (css, within = document) => [...within.querySelectorAll(css)];

  // ---------------------------------------------------------------- words

  const folded = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đð]/g, "d");
  const marked = (text) => text.toLowerCase().normalize("NFC").replace(/ð/g, "đ");
  // A query without marks finds words with any; one with marks finds those.
  const finder = (query) => {
    const words = query.trim().split(/\s+/).filter(Boolean);
    const tests = words.map((word) => {
      const bare = folded(word);
      const plain = bare === marked(word);
      return plain ? (texts) => texts[0].includes(bare) : (texts) => texts[1].includes(marked(word));
    });
    return (element) => {
      if (!tests.length) return true;
      let texts = spoken.get(element);
      if (!texts) spoken.set(element, (texts = [folded(element.textContent), marked(element.textContent)]));
      return tests.every((test) => test(texts));
    };
  };
  const spoken = new WeakMap();

  // ---------------------------------------------------------------- language

  const attributes = { ta: "aria-label", tp: "placeholder" };
  const say = (lang, within = document) => {
    const at = lang === "en" ? 1 : 0;
    for (const element of all("[data-t]", within)) {
      const label = labels[element.dataset.t];
      if (!label) continue;
      element.textContent = label[at];
      // Words of the page among those of the document, which are Vietnamese in either language.
      if (element.closest("[lang]") !== root) element.lang = lang;
    }
    for (const [key, name] of Object.entries(attributes))
      for (const element of all(`[data-${key}]`, within)) {
        const label = labels[element.dataset[key]];
        if (label) element.setAttribute(name, label[at]);
      }
  };
  const speak = (lang) => {
    root.lang = lang;
    say(lang);
    const button = one("#language");
    if (button) button.lang = lang === "en" ? "vi" : "en";
    document.dispatchEvent(new CustomEvent("vnplan:language", { detail: lang }));
  };

  // ---------------------------------------------------------------- views

  const show = (name, focus = false) => {
    const tab = one(`#tab-${name}`);
    if (!tab) return;
    for (const other of all('[role="tab"]', tab.parentElement)) {
      const on = other === tab;
      other.setAttribute("aria-selected", String(on));
      other.tabIndex = on ? 0 : -1;
      const view = document.getElementById(other.getAttribute("aria-controls"));
      if (view) {
        if (on) for (const table of all("table.list", view)) if (table.id) filter(table.id);
        view.hidden = !on;
        view.classList.toggle("on", on);
      }
    }
    if (focus) tab.focus();
    tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const turn = (event) => {
    const tabs = all('[role="tab"]', event.target.parentElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = { Home: 0, End: tabs.length - 1 }[event.key];
    if (step === undefined && at === undefined) return;
    event.preventDefault();
    const next = at ?? (tabs.indexOf(event.target) + step + tabs.length) % tabs.length;
    show(tabs[next].id.slice(4), true);
  };

  // ---------------------------------------------------------------- drawers of a small screen

  const drawer = (name, out) => {
    const panel = document.getElementById(name);
    if (!panel) return;
    panel.classList.toggle("out", out);
    for (const button of all(`[data-drawer="${name}"]`)) button.setAttribute("aria-expanded", String(out));
  };
  const shut = () => ["toc", "side"].forEach((name) => drawer(name, false));
  const small = () => matchMedia("(max-width: 820px)").matches;

  // ---------------------------------------------------------------- records

  const places = (key) => all(`#paper [data-r~="${key}"]`);
  // A record broken over lines has several pieces: a place begins where the piece before is another's.
  const starts = (pieces) => pieces.filter((piece, at) => at === 0 || !adjoining(pieces[at - 1], piece));
  const adjoining = (before, after) => {
    const range = document.createRange();
    range.setStartAfter(before);
    range.setEndBefore(after);
    return range.toString().trim() === "";
  };
  let at = 0;
  let current = "";
  const mark = (key, step) => {
    for (const piece of all("#paper .sel")) piece.classList.remove("sel");
    const pieces = places(key);
    for (const piece of pieces) piece.classList.add("sel");
    const firsts = key.startsWith("a") ? starts(pieces) : pieces.slice(0, 1);
    at = key === current && step ? (at + step + firsts.length) % Math.max(firsts.length, 1) : 0;
    current = key;
    return firsts[at];
  };
  // Facts are data until they are asked for; the markup in them is the page's own, text is escaped.
  let facts = null;
  const tell = (item) => {
    facts ??= JSON.parse(one("#facts").textContent);
    const more = document.createElement("div");
    more.className = "more";
    more.innerHTML = facts[item.id.slice(2)] ?? "";
    say(root.lang, more);
    item.append(more);
  };
  const close = () => {
    for (const item of all(".item.open")) {
      item.classList.remove("open");
      one(".more", item)?.remove();
      one(".pick", item).setAttribute("aria-expanded", "false");
    }
  };
  const open = (key, look) => {
    close();
    const item = document.getElementById(`i-${key}`);
    if (!item) return;
    item.hidden = false;
    item.classList.add("open");
    tell(item);
    one(".pick", item).setAttribute("aria-expanded", "true");
    if (look) {
      const side = one("#side");
      const above = one("#here").hidden ? 0 : one("#here").offsetHeight;
      settle(() => {
        side.scrollTop += item.getBoundingClientRect().top - side.getBoundingClientRect().top - above - 48;
      });
    }
  };
  // What was never on the screen gets its true height only when it comes near: aim again then.
  const settle = (aim, times = 4) => {
    aim();
    if (times > 1) requestAnimationFrame(() => settle(aim, times - 1));
  };
  const reveal = (element, block = "center") =>
    element && settle(() => element.scrollIntoView({ block, behavior: "instant" }));
  // To a record from anywhere: its words in the text, its entry in the list.
  const go = (key, { step = 0, look = true } = {}) => {
    if (key.startsWith("#")) {
      show("text");
      reveal(document.getElementById(key.slice(1)));
      return;
    }
    if (!/^[a-z]\d+$/.test(key)) return;
    show("text");
    one("#here").hidden = true;
    const place = mark(key, step);
    open(key, look);
    if (small()) shut();
    reveal(place);
    // What was clicked may be in a view that is hidden now: the focus must not be lost with it.
    if (!document.activeElement?.checkVisibility?.() || document.activeElement === document.body) {
      const entry = one(`#i-${key} .pick`);
      (entry?.checkVisibility() ? entry : one("#paper")).focus({ preventScroll: true });
    }
  };
  // The way back: the view a person came from is what "back" of the browser shows.
  const follow = (key) => {
    const from = one('#opened [role="tab"][aria-selected="true"], .doc [role="tab"][aria-selected="true"]');
    if (from && from.id !== "tab-text") {
      const base = opened === null ? "" : `d-${opened}/`;
      try {
        history.replaceState(null, "", `#${base}${from.id.replace("tab-", "view-")}`);
        history.pushState(null, "", `#${base}${key.replace("#", "")}`);
      } catch {
        // A frame that may not change its address has no way back.
      }
    }
    go(key);
  };
  const gather = (piece) => {
    const keys = piece.dataset.r.split(" ").filter((key) => document.getElementById(`i-${key}`));
    const hidden = new Set(all('.kind[aria-pressed="false"]').map((button) => button.dataset.kind));
    const shown = keys.filter((key) => !hidden.has(document.getElementById(`i-${key}`).dataset.kind));
    const chosen = shown.length ? shown : keys;
    if (!chosen.length) return;
    const here = one("#here");
    const list = one("div", here);
    list.replaceChildren(
      ...chosen.map((key) => {
        const item = document.getElementById(`i-${key}`);
        const button = document.createElement("button");
        const kind = document.createElement("b");
        kind.textContent = `${labels[`one.${item.dataset.kind}`][root.lang === "en" ? 1 : 0]}: `;
        button.type = "button";
        button.dataset.here = key;
        button.append(kind, one(".what", item).textContent);
        return button;
      })
    );
    here.hidden = chosen.length < 2;
    if (small()) {
      drawer("side", true);
      reveal(piece, "start");
    }
    choose(chosen[0]);
  };
  const choose = (key) => {
    for (const button of all("#here [data-here]"))
      button.setAttribute("aria-current", String(button.dataset.here === key));
    mark(key, 0);
    open(key, true);
  };
  const sift = () => {
    const hidden = new Set(all('.kind[aria-pressed="false"]').map((button) => button.dataset.kind));
    const field = one("#find-record");
    const fits = finder(field ? field.value : "");
    let count = 0;
    for (const item of all("#items .item")) {
      const on = !hidden.has(item.dataset.kind) && fits(item);
      item.hidden = !on;
      count += on;
    }
    const none = one("#no-match");
    if (none) none.hidden = count > 0 || !all("#items .item").length;
    const paper = one("#paper");
    for (const button of all(".kind")) paper.classList.toggle(`no-${button.dataset.kind}`, hidden.has(button.dataset.kind));
  };

  // ---------------------------------------------------------------- tables

  const collator = new Intl.Collator("vi", { numeric: true });
  const value = (row, column, kind) => {
    const cell = row.cells[column];
    const text = cell.dataset.v ?? cell.textContent.trim();
    return kind === "number" ? Number(text || 0) : text;
  };
  const sort = (button) => {
    const head = button.closest("th");
    const body = head.closest("table").tBodies[0];
    const column = head.cellIndex;
    const kind = button.dataset.sort;
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...body.rows].map((row, place) => [value(row, column, kind), place, row]);
    rows.sort(([a, i], [b, j]) => {
      // What is empty comes last either way.
      if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
      const order = kind === "number" ? a - b : collator.compare(a, b);
      return (down ? -order : order) || i - j;
    });
    body.append(...rows.map(([, , row]) => row));
    filter(head.closest("table").id);
  };
  const iso = (days = 0) => {
    const date = new Date();
    date.setDate(date.getDate() + days);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
  };
  const times = {
    "": () => true,
    dated: (end) => end !== "",
    undated: (end) => end === "",
    overdue: (end) => end !== "" && end < iso(),
    soon: (end) => end >= iso() && end <= iso(90),
  };
  const MOST_ROWS = 300;
  const choice = (table, name) => {
    const field = one(`[data-filter="${name}"][data-of="${table}"]`);
    return field ? field.value : "";
  };
  const filter = (name) => {
    const table = document.getElementById(name);
    if (!table) return;
    const fits = finder(one(`[data-find="${name}"]`)?.value ?? "");
    const [agency, role, time] = ["agency", "role", "time"].map((field) => choice(name, field));
    const charged = (row) => {
      const own = (row.dataset.own ?? "").split(" ").filter(Boolean);
      const every = (row.dataset.all ?? "").split(" ").filter(Boolean);
      const held = { own, with: every.filter((key) => !own.includes(key)) }[role] ?? every;
      return agency ? held.includes(agency) : !role || held.length > 0;
    };
    // Thousands of rows are not laid out at once before somebody wants them all.
    const most = table.dataset.whole ? Infinity : MOST_ROWS;
    let count = 0;
    for (const row of table.tBodies[0].rows) {
      const on = charged(row) && times[time](row.dataset.end ?? "") && fits(row);
      count += on;
      row.hidden = !on || count > most;
    }
    const rest = table.nextElementSibling;
    if (rest?.matches(".rest")) rest.hidden = count <= most;
    const told = one(`[data-shown="${name}"]`);
    if (told) told.textContent = String(count);
  };
  const whole = (table) => {
    table.dataset.whole = "yes";
    filter(table.id);
  };
  addEventListener("beforeprint", () => all(".view:not([hidden]) table.list[id]").forEach(whole));
  const colour = (within = document) => {
    const [today, soon] = [iso(), iso(90)];
    for (const row of all("tr[data-end]", within)) {
      const end = row.dataset.end;
      const cell = one(".f-deadline, .f-dates, .f-day", row);
      if (!end || !cell) continue;
      cell.classList.toggle("late", end < today);
      cell.classList.toggle("near", end >= today && end <= soon);
    }
    for (const axis of all("svg.times", within)) {
      const [first, last, left] = ["first", "last", "left"].map((name) => Number(axis.dataset[name]));
      // Day 1 is 0001-01-01, as in Python.
      const now = Math.floor((Date.parse(today) - Date.UTC(1970, 0, 1)) / 864e5) + 719163;
      if (now < first || now > last || one(".today", axis)) continue;
      const x = left + ((now - first) / (last - first)) * (axis.viewBox.baseVal.width - left - 20);
      const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
      line.setAttribute("class", "today");
      line.setAttribute("d", `M${x} 22V${axis.viewBox.baseVal.height}`);
      const said = document.createElementNS("http://www.w3.org/2000/svg", "title");
      said.textContent = labels["graph.today"][root.lang === "en" ? 1 : 0];
      line.append(said);
      axis.append(line);
    }
  };

  // ---------------------------------------------------------------- pictures

  const focusOn = (box) => {
    const picture = box.closest("svg");
    const again = box.classList.contains("chosen");
    for (const other of all(".on, .chosen", picture)) other.classList.remove("on", "chosen");
    if (again || box.dataset.n === undefined) {
      picture.classList.remove("dim");
      if (box.dataset.go) follow(box.dataset.go);
      return;
    }
    const near = new Set([box.dataset.n]);
    for (const curve of all(".c", picture))
      if (curve.dataset.a === box.dataset.n || curve.dataset.b === box.dataset.n) {
        curve.classList.add("on");
        near.add(curve.dataset.a).add(curve.dataset.b);
      }
    for (const other of all(".n", picture)) other.classList.toggle("on", near.has(other.dataset.n));
    box.classList.add("chosen");
    picture.classList.add("dim");
  };
  const clear = (picture) => {
    picture.classList.remove("dim");
    for (const other of all(".on, .chosen", picture)) other.classList.remove("on", "chosen");
  };

  // ---------------------------------------------------------------- documents of a folder

  const shelf = one("#shelf");
  let opened = null;
  const lay = (number) => {
    const text = document.getElementById(`document-${number}`);
    if (!text) return;
    const held = document.createElement("template");
    held.innerHTML = JSON.parse(text.textContent);
    const place = one("#opened");
    place.replaceChildren(held.content);
    opened = number;
    say(root.lang, place);
    shelf.hidden = true;
    place.hidden = false;
    one("#home").hidden = false;
    prepare();
    scrollTo(0, 0);
    one("h1", place).tabIndex = -1;
    one("h1", place).focus();
  };
  const home = () => {
    one("#opened").replaceChildren();
    opened = null;
    one("#opened").hidden = true;
    one("#home").hidden = true;
    shelf.hidden = false;
    scrollTo(0, 0);
  };
  // The address names a document of a folder (d-3), a view (view-tasks) or a record (t12).
  const route = () => {
    let place = decodeURIComponent(location.hash.slice(1));
    if (shelf) {
      const [document_, rest] = place.split("/");
      if (/^d-\d+$/.test(document_)) {
        if (opened !== document_.slice(2)) lay(document_.slice(2));
        place = rest ?? "view-text";
      } else if (opened !== null) home();
    }
    if (/^[tgdcafbn]\d+$/.test(place) && one("#paper")) go(place);
    else if (/^view-[a-z]+$/.test(place)) show(place.slice(5));
  };

  // ---------------------------------------------------------------- what a person does

  const acts = [
    ['[role="tab"]', (button) => show(button.id.slice(4))],
    ["[data-pick]", (button) => {
      const item = button.closest(".item");
      one("#here").hidden = true;
      if (item.classList.contains("open")) close();
      else go(button.dataset.pick, { look: false });
    }],
    ["[data-step]", (button) => go(button.closest(".item").id.slice(2), { step: Number(button.dataset.step), look: false })],
    ["[data-here]", (button) => choose(button.dataset.here)],
    [".n", (box) => focusOn(box)],
    ["[data-go]", (button) => follow(button.dataset.go)],
    [".kind", (button) => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") === "false"));
      sift();
    }],
    [".sort", sort],
    ["[data-whole]", (button) => whole(button.closest(".rest").previousElementSibling)],
    ["[data-drawer]", (button) => {
      const out = button.getAttribute("aria-expanded") !== "true";
      shut();
      drawer(button.dataset.drawer, out);
    }],
    ["[data-shut]", shut],
    ["#language", () => speak(root.lang === "en" ? "vi" : "en")],
    ["#print", () => print()],
    ["[data-agency]", (button) => {
      const field = one('[data-filter="agency"][data-of="o-tasks"]');
      field.value = button.dataset.agency;
      if (field.value !== button.dataset.agency) {
        field.append(new Option(button.textContent, button.dataset.agency));
        field.value = button.dataset.agency;
      }
      show("work", true);
    }],
    ["[data-document]", (button) => { location.hash = `d-${button.dataset.document}`; }],
    ["#home", () => { location.hash = "list"; }],
    [".k[data-r]", gather],
  ];
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".toc a");
    if (link) {
      event.preventDefault();
      shut();
      const heading = document.getElementById(link.hash.slice(1));
      reveal(heading, "start");
      read(link);
      return;
    }
    for (const [css, act] of acts) {
      const found = event.target.closest(css);
      if (found) return act(found);
    }
    const picture = event.target.closest("svg.drawing");
    if (picture) clear(picture);
  });
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (target.matches('[role="tab"]')) return turn(event);
    if (target.matches(".n") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return focusOn(target);
    }
    if (event.key === "Escape") {
      shut();
      all("svg.dim").forEach(clear);
    }
  });
  let waiting = 0;
  document.addEventListener("input", (event) => {
    const target = event.target;
    clearTimeout(waiting);
    if (target.id === "find-record") waiting = setTimeout(sift, 120);
    else if (target.dataset.find) waiting = setTimeout(() => filter(target.dataset.find), 120);
  });
  document.addEventListener("change", (event) => {
    if (event.target.dataset.of) filter(event.target.dataset.of);
  });

  // The heading being read, in the list of contents.
  const read = (link) => {
    for (const other of all(".toc a.now")) other.classList.remove("now");
    if (!link) return;
    link.classList.add("now");
    const toc = one("#toc");
    const [inner, outer] = [link.getBoundingClientRect(), toc.getBoundingClientRect()];
    if (inner.top < outer.top + 40 || inner.bottom > outer.bottom) toc.scrollTop += inner.top - outer.top - 120;
  };
  let watched = null;
  const prepare = () => {
    facts = null;
    current = "";
    colour();
    if (watched) watched.disconnect();
    const links = new Map(all(".toc a").map((link) => [link.hash.slice(1), link]));
    if (!links.size) return;
    watched = new IntersectionObserver(
      (seen) => {
        const top = seen.filter((entry) => entry.isIntersecting)[0];
        if (!top) return;
        read(links.get(top.target.id));
      },
      { rootMargin: "-10% 0px -75% 0px" }
    );
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading) watched.observe(heading);
    }
  };
  addEventListener("hashchange", route);
  prepare();
  route();
})();
