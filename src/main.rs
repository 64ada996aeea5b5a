//! Starts the player in the page that loaded it.

fn main() {
    yew::Renderer::<verbatim_app::app::App>::new().render();
}
