//! Starts the player in the page that loaded it.

use verbatim_app::app::App;
use verbatim_app::page;

fn main() {
    // Beside what the page shows until then, and not in its place: the player takes that over.
    match page::find("#app") {
        Some(root) => yew::Renderer::<App>::with_root(root.into()).render(),
        None => yew::Renderer::<App>::new().render(),
    };
}
