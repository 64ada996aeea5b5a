//! Owns what stands around every view: the way back, the name of the set, the page's landmarks.
//!
//! Never knows what is in the view.

use yew::{Html, html};

use crate::page::HEADING;
use crate::route::{CATALOGUE, SetAddress};
use crate::text::Messages;

/// The page with a view in it. `set` is the open set's address and title.
pub fn frame(set: Option<(&SetAddress, &str)>, notices: Html, view: Html, text: &Messages) -> Html {
    let set = set.map(|(address, title)| {
        html! { <a class="bar__set" href={address.start()}>{ title.to_owned() }</a> }
    });
    html! {
        <div class="page">
            <header class="bar">
                <nav class="bar__nav" aria-label={text.verbatim}>
                    <a class="bar__home" href={CATALOGUE}>{ text.verbatim }</a>
                    { set }
                </nav>
            </header>
            <main class="page__main">
                <div class="page__notices" role="status">{ notices }</div>
                { view }
            </main>
        </div>
    }
}

/// The heading of a view, which takes the focus when the view opens.
pub fn heading(words: Html) -> Html {
    html! { <h1 class="page__heading" id={HEADING} tabindex="-1">{ words }</h1> }
}
