//! Tests of what is drawn for text and waiting, as elements of a real document.

use verbatim_core::prose::{Block, Inline};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::{Callback, Html, Properties, component};

use crate::load::Failure;
use crate::part::element::{Attr, Node, el, list};
use crate::part::prose;
use crate::text::EN;
use crate::view::waiting;

#[derive(Properties, PartialEq)]
struct Props {
    html: Html,
}

#[component]
fn Drawn(props: &Props) -> Html {
    props.html.clone()
}

/// Draws into a fresh element of the document.
async fn draw(node: Node) -> Element {
    let document = web_sys::window().and_then(|window| window.document()).unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<Drawn>::with_root_and_props(root.clone(), Props { html: node.html() }).render();
    yew::scheduler::flush().await;
    root
}

async fn check(node: Node, expect: &str) {
    assert_eq!(draw(node).await.inner_html(), expect);
}

fn words(text: &str) -> Inline {
    Inline::Plain(text.to_owned())
}

#[wasm_bindgen_test]
async fn an_element_has_its_classes_its_attributes_and_what_is_in_it() {
    let input =
        el("input.button button--quiet").attr(Attr::Type, "radio").flag(Attr::Disabled, true).flag(Attr::Open, false);
    check(input, r#"<input class="button button--quiet" disabled="disabled" type="radio">"#).await;
    let inside = list().with("1").with(el("b").with("2"));
    check(el("p").attr(Attr::Lang, None).with(inside).with("3".to_owned()), "<p>1<b>2</b>3</p>").await;
}

#[wasm_bindgen_test]
fn what_is_none_keeps_its_place() {
    let html = list().with(None).with("a").html();
    assert!(matches!(html, Html::VList(places) if places.len() == 2));
}

#[wasm_bindgen_test]
async fn markup_in_a_text_stays_text() {
    check(prose::line(&[words("<b>a</b> & <script>")]), "&lt;b&gt;a&lt;/b&gt; &amp; &lt;script&gt;").await;
}

#[wasm_bindgen_test]
async fn formatted_text_becomes_its_elements() {
    let line = [Inline::Emphasis(vec![words("a")]), Inline::Strong(vec![words("b")]), Inline::Code("c".to_owned())];
    check(prose::line(&line), "<em>a</em><strong>b</strong><code>c</code>").await;
    let item = vec![Block::Paragraph(vec![words("a")])];
    let list = Block::List { numbered: true, items: vec![item] };
    check(prose::blocks(&[list]), "<ol><li><p>a</p></li></ol>").await;
}

#[wasm_bindgen_test]
async fn a_link_tells_the_page_it_leads_to_nothing_of_this_one() {
    let link = Inline::Link { address: "https://example.org/".to_owned(), label: vec![words("a")] };
    check(prose::line(&[link]), r#"<a href="https://example.org/" rel="noreferrer">a</a>"#).await;
}

#[wasm_bindgen_test]
async fn what_can_be_tried_again_has_a_button_and_the_rest_has_none() {
    let unreachable = draw(waiting::failed(Failure::Unreachable, Callback::noop(), &EN)).await;
    assert!(unreachable.query_selector("button").unwrap().is_some());
    let unknown = draw(waiting::failed(Failure::Unknown, Callback::noop(), &EN)).await;
    assert!(unknown.query_selector("button").unwrap().is_none());
}
