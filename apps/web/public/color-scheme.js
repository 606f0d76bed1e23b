// Runs before the first paint, so that a reader of the dark scheme never sees a flash of the light one. A file of its
// own and not inline: the content security policy allows no inline scripts.
(function () {
  var chosen = null;
  try {
    chosen = window.localStorage.getItem('outturn.color-scheme');
  } catch {
    // Storage may be forbidden; then the system decides.
  }
  var dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  var scheme = chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
