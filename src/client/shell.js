// Runs before the first paint, on every page: what the visitor chose here before, and what only a script
// can do about pictures. The page works without it.
(() => {
  const kept = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing.
    }
    return null;
  };
  const wear = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  wear(kept("theme"));

  // <select data-kept="key">: keeps the choice, unless the address says another.
  addEventListener("DOMContentLoaded", () => {
    const address = new URLSearchParams(location.search);
    for (const choice of document.querySelectorAll("select[data-kept]")) {
      const key = choice.dataset.kept;
      const before = kept(key);
      choice.closest("[hidden]")?.removeAttribute("hidden");
      if (before && !address.has(choice.name)) choice.value = before;
      choice.addEventListener("change", () => {
        kept(key, choice.value);
        if (key === "theme") wear(choice.value);
      });
    }
  });

  // A picture that cannot be had leaves its place to the ground behind it.
  addEventListener("error", (event) => event.target.localName === "img" && event.target.classList.add("failed"), true);

  // The poster that was followed, or that one comes back to, flies.
  const poster = (address) => {
    const link = address && [...document.querySelectorAll(".poster a")].find(({ href }) => href === address);
    return link?.closest(".poster").querySelector(".poster-art");
  };
  const fly = (event, address) => {
    const art = event.viewTransition && poster(address);
    if (!art) return;
    art.style.viewTransitionName = "poster";
    event.viewTransition.finished.finally(() => (art.style.viewTransitionName = ""));
  };
  addEventListener("pageswap", (event) => fly(event, event.activation?.entry?.url));
  addEventListener("pagereveal", (event) => fly(event, window.navigation?.activation?.from?.url));
})();
