/* Helps where it can; nothing here is needed to read or act. No eval, no inline styles. */
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");

  /* a list beside a form folds where it would push the form down */
  const fold = (within) => {
    if (!window.matchMedia("(max-width: 61.99rem)").matches) return;
    within.querySelectorAll("details[data-fold]").forEach((list) => list.removeAttribute("open"));
  };

  /* whoever sent a form with errors hears them first */
  const tellErrors = (within) => within.querySelector(".tg-errors[tabindex]")?.focus();

  /* the menu of small screens closes like a menu */
  const menu = document.querySelector(".tg-menu");
  const closeMenu = () => menu?.removeAttribute("open");
  document.addEventListener("click", (event) => menu?.contains(event.target) || closeMenu());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu?.open) return;
    closeMenu();
    menu.querySelector("summary").focus();
  });

  /* a part of the page that could not be fetched: say so, and keep what was typed */
  const unreachable = document.querySelector("[data-unreachable]");
  const show = (shown) => unreachable?.toggleAttribute("hidden", !shown);
  for (const name of ["htmx:sendError", "htmx:timeout"]) document.addEventListener(name, () => show(true));
  document.addEventListener("htmx:afterRequest", (event) => event.detail.successful && show(false));

  /* a key that the browser could not use or the person put aside */
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    document.querySelector("[data-key-failed]")?.removeAttribute("hidden");
  });

  document.addEventListener("htmx:load", (event) => { fold(event.detail.elt); tellErrors(event.detail.elt); });
  fold(document);
  tellErrors(document);
})();
