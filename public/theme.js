// Runs before the first paint, from a file because the content policy forbids inline scripts:
// without it a forced dark theme would flash white. Key and fields: src/ui/preferences.ts.
try {
  var stored = JSON.parse(localStorage.getItem('vivier.preferences') || 'null') || {};
  var root = document.documentElement;
  if (stored.theme === 'dark' || stored.theme === 'light') root.dataset.theme = stored.theme;
  if (stored.density === 'compact') root.dataset.density = 'compact';
  var languages = [stored.language].concat(navigator.languages || []);
  for (var i = 0; i < languages.length; i++) {
    var language = String(languages[i] || '').toLowerCase().split('-')[0];
    if (language === 'fr' || language === 'en') {
      root.lang = language;
      break;
    }
  }
} catch (refused) {
  // storage is refused: the system's theme and French do
}
