//! Owns the attributes that views set.
//!
//! Never knows which element has which.

use yew::virtual_dom::{AttributeOrProperty, Attributes};

use super::{Node, shared};

macro_rules! attributes {
    ($($(#[$condition:meta])* $attribute:ident $name:literal)*) => {
        /// Every attribute that views set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Attr {
            $($(#[$condition])* #[doc = concat!("`", $name, "`")] $attribute,)*
        }

        /// Their names, in the same order.
        const NAMES: &[&str] = &[$($(#[$condition])* $name),*];
    };
}

attributes! {
    Accept "accept"
    AriaDescribedBy "aria-describedby"
    AriaDisabled "aria-disabled"
    AriaHidden "aria-hidden"
    AriaLabel "aria-label"
    AriaLabelledBy "aria-labelledby"
    AriaPressed "aria-pressed"
    Autocapitalize "autocapitalize"
    Autocomplete "autocomplete"
    Autocorrect "autocorrect"
    Cite "cite"
    Class "class"
    #[cfg(feature = "document")]
    DataAnswered "data-answered"
    #[cfg(feature = "document")]
    DataBegan "data-began"
    DataKey "data-key"
    #[cfg(feature = "document")]
    DataLots "data-lots"
    Disabled "disabled"
    For "for"
    Href "href"
    Id "id"
    InputMode "inputmode"
    Lang "lang"
    Max "max"
    #[cfg(feature = "lms")]
    MaxLength "maxlength"
    Method "method"
    Name "name"
    Open "open"
    Rel "rel"
    Role "role"
    Selected "selected"
    Spellcheck "spellcheck"
    TabIndex "tabindex"
    Type "type"
    Value "value"
}

impl Attr {
    /// Its name.
    pub(super) fn name(self) -> &'static str {
        NAMES.get(self as usize).copied().unwrap_or_default()
    }
}

/// What an attribute can be.
pub trait Value {
    /// Sets the attribute.
    fn set(self, node: Node, attr: Attr) -> Node;
}

impl Value for &str {
    #[inline(never)]
    fn set(self, node: Node, attr: Attr) -> Node {
        node.change(|tag| {
            // All elements have a place for every attribute, so that Yew compares them place by place, without a map of
            // their names.
            if !matches!(tag.attributes, Attributes::Dynamic { .. }) {
                let values = NAMES.iter().map(|_| None).collect();
                tag.attributes = Attributes::Dynamic { keys: NAMES, values };
            }
            if let Attributes::Dynamic { values, .. } = &mut tag.attributes
                && let Some(value) = values.get_mut(attr as usize)
            {
                *value = Some(AttributeOrProperty::Attribute(shared(self)));
            }
        })
    }
}

impl Value for String {
    #[inline(never)]
    fn set(self, node: Node, attr: Attr) -> Node {
        self.as_str().set(node, attr)
    }
}

impl Value for Option<&str> {
    #[inline(never)]
    fn set(self, node: Node, attr: Attr) -> Node {
        match self {
            Some(value) => value.set(node, attr),
            None => node,
        }
    }
}
