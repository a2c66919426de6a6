// Waits for the next version of a previewed site: loads the page anew, or shows what went wrong.
(async () => {
  const bar = document.createElement("div");
  bar.setAttribute("role", "alert");
  bar.hidden = true;
  bar.style.cssText =
    "position:sticky;top:0;z-index:99;padding:.6rem 1rem;background:#8c1c13;color:#fff;" +
    "font:.8rem/1.5 sans-serif;white-space:pre-wrap";
  document.body.prepend(bar);
  let known = -1;
  let version = null;
  for (;;) {
    try {
      const page = encodeURIComponent(location.pathname);
      const state = await (await fetch(`/.preview/state?known=${known}&page=${page}`)).json();
      version ??= state.version;
      if (state.version !== version && !state.early.includes(location.pathname)) location.reload();
      version = state.version;
      bar.textContent = state.problem;
      bar.hidden = !state.problem;
      known = state.number;
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000)); // the server has ended
    }
  }
})();
