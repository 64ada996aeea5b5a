// Owns the wait for the page: the player can be there before all is read that it takes over, up to the word on news, which
// stands behind the data.
const parsed = () =>
  new Promise((resolve) => {
    const look = () => {
      if (!document.getElementById("news")) return;
      reading.disconnect();
      resolve();
    };
    const reading = new MutationObserver(look);
    reading.observe(document, { childList: true, subtree: true });
    look();
  });
