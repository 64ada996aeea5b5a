// Owns what is shown until the player runs, and when it cannot. Never loads anything itself: Trunk calls it.

const say = (text) => {
  const message = document.getElementById("boot-message");
  if (message) message.textContent = text;
};

const reloadButton = () => {
  const button = document.createElement("button");
  button.className = "button";
  button.textContent = "Try again";
  button.addEventListener("click", () => location.reload());
  return button;
};

export default function initializer() {
  let slow;
  return {
    onStart: () => {
      slow = setTimeout(() => say("The quiz is still on its way. The network seems slow…"), 4000);
    },
    onComplete: () => clearTimeout(slow),
    onFailure: (error) => {
      clearTimeout(slow);
      console.error(error);
      say("The quiz could not be loaded. Check your connection, or try a newer browser: it needs WebAssembly.");
      document.getElementById("boot-message")?.after(reloadButton());
    },
  };
}
