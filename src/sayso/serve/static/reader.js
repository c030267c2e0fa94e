// What the pages do beyond links and forms: keys, and light on all the words of an entry at once.
// Nothing here is needed to read a page.

const root = document.querySelector(".sayso");
const segments = root ? [...root.querySelectorAll(".text .m")] : [];
const links = new Map(); // from a card's address to the first link to it in the text
for (const link of root?.querySelectorAll(".text a") ?? []) if (!links.has(link.hash)) links.set(link.hash, link);
const cards = root ? [...root.querySelectorAll(".card")].map(entryOf) : [];
const switches = root ? [...root.querySelectorAll(".layers input:enabled")] : [];
const ledger = root?.querySelector(".ledger");
const beside = matchMedia("(min-width: 60rem)"); // as in reading.css: the ledger stands beside the text
let current = null;
let lit = [];

function rangesOf(element) {
  return (element.dataset.at ?? "").split(" ").filter(Boolean).map((range) => range.split("-").map(Number));
}

function entryOf(card) {
  const ranges = rangesOf(card);
  const size = ranges.reduce((sum, [first, last]) => sum + last - first, 0);
  return { card, ranges, size, link: links.get(`#${card.id}`) ?? document.getElementById(`in-${card.id}`) };
}

// Light: the words of one entry, or of one claim of it.

function light(element) {
  for (const each of lit) each.classList.remove("lit");
  lit = element ? rangesOf(element).flatMap(([first, last]) => segments.slice(first, last)) : [];
  for (const each of lit) each.classList.add("lit");
}

function choose(entry, { reveal = true } = {}) {
  for (const part of [current?.card, current?.link]) part?.classList.remove("current");
  current = entry;
  for (const part of [entry?.card, entry?.link]) part?.classList.add("current");
  light(entry?.card);
  if (entry && reveal && beside.matches) revealCard(entry.card);
}

function revealCard(card) {
  // Scrolls the ledger alone: the text stays where the reader's eyes are.
  const pane = ledger.getBoundingClientRect();
  const box = card.getBoundingClientRect();
  if (box.top < pane.top || box.bottom > pane.bottom) ledger.scrollTop += box.top - pane.top - pane.height / 4;
}

function inSight(element) {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}

const visible = (entry) => entry.card.getClientRects().length > 0;
const under = (place) =>
  cards
    .filter((entry) => visible(entry) && entry.ranges.some(([first, last]) => first <= place && place < last))
    .sort((one, other) => one.size - other.size);

// Moving.

function goTo(entry) {
  if (!entry) return;
  choose(entry);
  entry.link?.focus({ preventScroll: true });
  entry.link?.scrollIntoView({ block: "center" });
}

function step(by) {
  if (!root) return stepRows(by);
  const list = (current ?? cards[0])?.card.parentElement; // of entries, or of things of one kind
  const shown = cards.filter((entry) => entry.card.parentElement === list && visible(entry));
  const at = shown.indexOf(current);
  goTo(at < 0 ? shown[by > 0 ? 0 : shown.length - 1] : shown[at + by]);
}

function stepRows(by) {
  const rows = [...document.querySelectorAll("main a.go")];
  const at = rows.indexOf(document.activeElement);
  (at < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[at + by])?.focus();
}

function cycle() {
  if (!current) return;
  const same = under(current.ranges[0]?.[0]);
  goTo(same[(same.indexOf(current) + 1) % same.length]);
}

function enterCard() {
  if (!current) return;
  if (location.hash === `#${current.card.id}`) arrive();
  else location.hash = current.card.id;
}

function arrive() {
  // A link was followed, or the page was opened at an entry: choose it and put the focus there.
  const target = document.querySelector(":target");
  if (!root || !target) return;
  const entry = cards.find(({ card }) => card.contains(target) || `${target.id}-`.startsWith(`in-${card.id}-`));
  if (!entry) return;
  const inCard = entry.card.contains(target);
  choose(entry, { reveal: !inCard });
  if (target.matches(".claim")) light(target);
  (inCard ? target : linkAt(target)).focus({ preventScroll: true });
  const words = inCard ? entry.link : target;
  if (!beside.matches || !inSight(words)) words?.scrollIntoView({ block: beside.matches ? "center" : "start" });
}

function linkAt(place) {
  // An anchor in the text stands before the words that it means, and those may be a link; a number is one itself.
  if (!place.matches("i")) return place;
  let mark = place;
  while (mark?.matches("i, .n")) mark = mark.nextElementSibling;
  return mark?.querySelector("a") ?? place;
}

function escape() {
  const active = document.activeElement;
  if (active?.matches("#search")) active.blur();
  else if (active?.closest(".card") && current) location.hash = `in-${current.card.id}`;
  else choose(null);
}

// Settings that stay in this browser.

function recall(name) {
  try { return localStorage.getItem(`sayso.${name}`); } catch { return null; }
}

function keep(name, value) {
  try { localStorage.setItem(`sayso.${name}`, value); } catch { /* a browser that keeps nothing */ }
}

function listens() {
  return recall("single-keys") !== "off";
}

const hidden = new Set((recall("hidden-layers") ?? "").split(" ").filter(Boolean));
for (const each of switches) {
  each.checked = !hidden.has(each.className);
  each.addEventListener("change", () => {
    if (each.checked) hidden.delete(each.className); else hidden.add(each.className);
    keep("hidden-layers", [...hidden].join(" "));
  });
}

// Keys.

const keys = {
  j: () => step(1),
  k: () => step(-1),
  ".": cycle,
  "/": () => document.getElementById("search").select(),
  "?": () => dialog.showModal(),
};
for (const each of switches) keys[each.dataset.key] = () => each.click();

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
  if (event.key === "Escape") return escape();
  const active = document.activeElement;
  if (active?.matches("input:not([type=checkbox]), textarea, select, [contenteditable]") || !listens()) return;
  if (event.key === "Enter" && !active?.closest("a, button, summary, input")) return active?.closest(".card") ? escape() : enterCard();
  if (Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});

const dialog = document.getElementById("shortcuts");
const opener = document.getElementById("open-shortcuts");
const singleKeys = document.getElementById("single-keys");
opener.hidden = false;
opener.addEventListener("click", () => dialog.showModal());
singleKeys.checked = listens();
singleKeys.addEventListener("change", () => keep("single-keys", singleKeys.checked ? "on" : "off"));

// Pointer and focus.

const rest = () => light(current?.card);

ledger?.addEventListener("pointerover", (event) => {
  const part = event.target.closest("[data-at]");
  if (part) light(part); else rest();
});
ledger?.addEventListener("pointerleave", rest);
ledger?.addEventListener("focusin", (event) => light(event.target.closest("[data-at]")));
ledger?.addEventListener("focusout", rest);

const linked = (link) => link && cards.find(({ card }) => link.hash === `#${card.id}`);

root?.querySelector(".text").addEventListener("pointerover", (event) => {
  const place = segments.indexOf(event.target.closest(".m"));
  const entry = linked(event.target.closest("a")) ?? (place < 0 ? null : under(place)[0]);
  if (entry) light(entry.card); else rest();
});
root?.querySelector(".text").addEventListener("focusin", (event) => choose(linked(event.target) ?? current));
root?.querySelector(".text").addEventListener("pointerleave", rest);
root?.querySelector(".text").addEventListener("click", (event) => {
  if (event.target.closest("a") || !getSelection().isCollapsed) return;
  const place = segments.indexOf(event.target.closest(".m"));
  if (place >= 0) choose(under(place)[0] ?? null);
});

addEventListener("hashchange", arrive);
addEventListener("load", arrive); // before that the page has no :target
