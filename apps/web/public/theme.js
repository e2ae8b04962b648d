// Before the first paint: the theme and the language that this reader chose. A file of its own, because the content policy forbids inline scripts.
(function () {
  try {
    const theme = localStorage.getItem('egide.theme');
    if (theme === 'light' || theme === 'dark')
      document.documentElement.setAttribute('data-mantine-color-scheme', theme);
    if (localStorage.getItem('egide.locale') === 'en') document.documentElement.lang = 'en';
  } catch {
    /* storage is closed: the theme of the system and French stay */
  }
})();
