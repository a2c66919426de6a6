/* Before a page's own scripts: whatever sets `__ran` is told, in frames too. */
Object.defineProperty(window, "__ran", {
  get() { return undefined; },
  set(number) { window.tell(number); },
});
