//! Owns how views make what they show: an element, its attributes and what is in it, a call each.
//!
//! Never knows what it stands for. Yew's `html!` would read much the same, but unfolds in place, at nearly 300 bytes more
//! an element; here each call is one to a function that all views share, with a pointer or two.

mod attribute;
mod event;

use std::rc::Rc;

use yew::virtual_dom::{Key, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Event, Html};

pub use attribute::{Attr, Value};
use event::Heard;
pub use event::On;

/// An element with what is in it, or several without one around them.
#[derive(Debug)]
pub struct Node(Box<Made>);

// Boxed, so that a node is a pointer wherever it is handed on.
#[derive(Debug)]
struct Made {
    tag: Option<VTag>,
    inside: Vec<VNode>,
}

/// An element by its name and, behind a point, its classes: `el("p.page__lead")`.
#[inline(never)]
pub fn el(name: &'static str) -> Node {
    let (tag, class) = name.split_once('.').unwrap_or((name, ""));
    let node = Node(Box::new(Made { tag: Some(VTag::new(tag)), inside: Vec::new() }));
    if class.is_empty() { node } else { node.class(class) }
}

/// Several nodes, which take one place in what they are put into. By itself it is empty.
#[inline(never)]
pub fn list() -> Node {
    Node(Box::new(Made { tag: None, inside: Vec::new() }))
}

/// Words without an element.
pub fn bare(words: impl Inside) -> Node {
    list().with(words)
}

impl Node {
    /// Puts in words or a node. What is `None` keeps its place, so that what stands behind it stays what it is when
    /// the page is drawn again.
    pub fn with(self, inside: impl Inside) -> Self {
        inside.put_into(self)
    }

    /// Puts in several nodes, a place each.
    pub fn with_all(self, nodes: impl IntoIterator<Item = Node>) -> Self {
        nodes.into_iter().fold(self, Node::with)
    }

    /// Sets an attribute; none, where the value is `None`.
    pub fn attr(self, attr: Attr, value: impl Value) -> Self {
        value.set(self, attr)
    }

    /// Sets its classes, where they are not always the same.
    pub fn class(self, classes: &'static str) -> Self {
        self.attr(Attr::Class, classes)
    }

    /// Sets an attribute that is there or is not.
    #[inline(never)]
    pub fn flag(self, attr: Attr, set: bool) -> Self {
        self.attr(attr, set.then(|| attr.name()))
    }

    /// Tells it from its neighbours, where those may come, go and change places.
    #[inline(never)]
    pub fn key(self, key: &str) -> Self {
        self.change(|tag| tag.key = Some(Key::from(key)))
    }

    /// Sets what an `input` holds, in whatever way it has been changed since. (`attr` says only what it holds at first.)
    #[inline(never)]
    pub fn value(self, value: &str) -> Self {
        self.change(|tag| tag.set_value(Some(shared(value))))
    }

    /// Sets whether an `input` is checked, in the same way.
    #[inline(never)]
    pub fn checked(self, checked: bool) -> Self {
        self.change(|tag| tag.set_checked(checked))
    }

    /// Does something at a click.
    #[inline(never)]
    pub fn on_click(self, on_click: Callback<()>) -> Self {
        self.hear(Heard::Click(on_click))
    }

    /// Does something at an event on it or in it.
    #[inline(never)]
    pub fn on(self, event: On, on_event: Callback<Event>) -> Self {
        self.hear(Heard::Other(event, on_event))
    }

    /// As Yew takes it.
    #[inline(never)]
    pub fn html(self) -> Html {
        let inside = VNode::from(VList::with_children(self.0.inside, None));
        let Some(mut tag) = self.0.tag else { return inside };
        if let Some(children) = tag.children_mut() {
            *children = inside;
        }
        tag.into()
    }

    #[inline(never)]
    fn hear(self, heard: Heard) -> Self {
        self.change(|tag| {
            tag.add_listener(Rc::new(heard));
        })
    }

    #[inline]
    fn change(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        if let Some(tag) = &mut self.0.tag {
            change(tag);
        }
        self
    }

    #[inline(never)]
    fn push(mut self, node: VNode) -> Self {
        self.0.inside.push(node);
        self
    }
}

#[inline(never)]
fn shared(text: &str) -> AttrValue {
    AttrValue::Rc(Rc::from(text))
}

/// What can be in an element.
pub trait Inside {
    /// Puts it behind what is there.
    fn put_into(self, node: Node) -> Node;
}

impl Inside for Node {
    #[inline(never)]
    fn put_into(self, node: Node) -> Node {
        node.push(self.html())
    }
}

impl Inside for Option<Node> {
    #[inline(never)]
    fn put_into(self, node: Node) -> Node {
        self.unwrap_or_else(list).put_into(node)
    }
}

impl Inside for &str {
    #[inline(never)]
    fn put_into(self, node: Node) -> Node {
        node.push(VText::new(shared(self)).into())
    }
}

impl Inside for String {
    #[inline(never)]
    fn put_into(self, node: Node) -> Node {
        self.as_str().put_into(node)
    }
}
