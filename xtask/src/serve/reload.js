// Reloads a page when its event stream names another build than the one it came with.
(() => {
  let shown;
  new EventSource(new URL('events', document.currentScript.src)).onmessage = ({ data }) => {
    if (shown !== undefined && shown !== data) location.reload();
    shown = data;
  };
})();
