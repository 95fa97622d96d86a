// Applies stored colours and movement before the first paint. The program keeps and changes them:
// src/platform/browser.rs.
(() => {
  try {
    const { theme, motion } = JSON.parse(localStorage.getItem('bathtub.preferences')) ?? {};
    const { dataset } = document.documentElement;
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    if (motion === 'reduced' || motion === 'full') dataset.motion = motion;
  } catch {
    // No storage, or another's: the system's choice stands.
  }
})();
