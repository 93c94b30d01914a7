/* Helps where it can; nothing here is needed to read or act. No eval, no inline styles. */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  /* a list beside a form folds where it would push the form down */
  const fold = (within) => {
    if (!window.matchMedia("(max-width: 61.99rem)").matches) return;
    within.querySelectorAll("details[data-fold]").forEach((list) => list.removeAttribute("open"));
  };

  /* a list that scrolls beside a form shows the entry that is open */
  const showOpen = (within) => within.querySelectorAll("nav .tg-ops [aria-current]").forEach((entry) => {
    const list = entry.closest("nav");
    list.scrollTop += entry.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  });

  /* whoever sent a form with errors hears them first */
  const tellErrors = (within) => within.querySelector(".tg-errors[tabindex]")?.focus();

  /* the menu of small screens closes like a menu; it is looked up anew, for a page may be replaced */
  const menu = () => document.querySelector(".tg-menu[open]");
  document.addEventListener("click", (event) => menu()?.contains(event.target) || menu()?.removeAttribute("open"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu()) return;
    menu().querySelector("summary").focus();
    menu().removeAttribute("open");
  });

  /* a part of the page that could not be fetched: say so, and keep what was typed */
  const sayUnreachable = (so) => document.querySelector("[data-unreachable]")?.toggleAttribute("hidden", !so);
  for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => sayUnreachable(true));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.successful && sayUnreachable(false));

  /* a key that the browser could not use or the person put aside */
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    document.querySelector("[data-key-failed]")?.removeAttribute("hidden");
  });

  document.addEventListener("htmx:load", (event) => { fold(event.detail.elt); showOpen(event.detail.elt); tellErrors(event.detail.elt); });
  fold(document);
  showOpen(document);
  tellErrors(document);
})();
