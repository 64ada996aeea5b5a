//! Owns the site's icons: all of them are drawn from `offline/icon.svg`.
//!
//! Never draws: resvg does.

use std::path::Path;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::{Failure, put};

/// The one source. Its mark lies within the circle that systems leave of an icon, whatever their own shape.
const SOURCE: &str = include_str!("../../../offline/icon.svg");

/// Where the icons lie within a site.
const FOLDER: &str = "icons";

/// What rounds the corners of the ground; where a system cuts its own shape, the ground has to reach the corners.
const ROUNDED: &str = " rx=\"96\"";

/// The icons of the site: name, width in pixels, and whether the system cuts its shape.
const ICONS: [(&str, u16, bool); 4] = [
    ("icon-192.png", 192, false),
    ("icon-512.png", 512, false),
    ("maskable-512.png", 512, true),
    ("apple-180.png", 180, true),
];

/// Writes the icons into a site.
pub(crate) fn write(site: &Path) -> Result<(), Failure> {
    let folder = site.join(FOLDER);
    put(&folder.join("icon.svg"), SOURCE.as_bytes())?;
    for (name, width, is_cut) in ICONS {
        put(&folder.join(name), &drawn(width, is_cut)?)?;
    }
    Ok(())
}

/// The icon as a PNG file.
fn drawn(width: u16, is_cut: bool) -> Result<Vec<u8>, Failure> {
    let source = if is_cut { SOURCE.replace(ROUNDED, "") } else { SOURCE.to_owned() };
    let failed = |error: &dyn std::fmt::Display| Failure::new(format!("offline/icon.svg cannot be drawn: {error}"));
    let tree = Tree::from_str(&source, &Options::default()).map_err(|error| failed(&error))?;
    let side = u32::from(width);
    let mut picture = Pixmap::new(side, side).ok_or_else(|| failed(&"it has no size"))?;
    let scale = f32::from(width) / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| failed(&error))
}

/// The page with its icon in it, so that nobody has to ask for it.
pub(crate) fn within(page: &str) -> String {
    let encode = |character: char| match character {
        '%' | '#' | '<' | '>' | '\n' => format!("%{:02X}", u32::from(character)),
        '"' => "'".to_owned(),
        other => other.to_string(),
    };
    let drawing: String = SOURCE.trim().chars().map(encode).collect();
    page.replace(&format!("href=\"{FOLDER}/icon.svg\""), &format!("href=\"data:image/svg+xml,{drawing}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first and the middle pixel's opacity.
    fn corners(width: u16, is_cut: bool) -> (u8, u8) {
        let picture = Pixmap::decode_png(&drawn(width, is_cut).unwrap()).unwrap();
        let side = u32::from(width);
        assert_eq!((picture.width(), picture.height()), (side, side));
        (picture.pixel(0, 0).unwrap().alpha(), picture.pixel(side / 2, side / 8).unwrap().alpha())
    }

    #[test]
    fn the_page_has_its_icon_in_it_as_it_is_drawn() {
        let page = within("<link rel=\"icon\" href=\"icons/icon.svg\" type=\"image/svg+xml\" />");
        let data = page.split("data:image/svg+xml,").nth(1).unwrap().split('"').next().unwrap();
        assert!(!data.contains(['<', '>', '#', '\n']), "{data}");
        let decoded =
            data.replace("%3C", "<").replace("%3E", ">").replace("%23", "#").replace("%0A", "\n").replace("%25", "%");
        assert_eq!(decoded, SOURCE.trim().replace('"', "'"));
    }

    #[test]
    fn an_icon_has_round_corners_and_one_that_is_cut_has_none() {
        assert_eq!(corners(192, false), (0, 255));
        assert_eq!(corners(512, true), (255, 255));
    }

    #[test]
    fn the_mark_of_an_icon_survives_any_cut() {
        let picture = Pixmap::decode_png(&drawn(512, true).unwrap()).unwrap();
        let ground = picture.pixel(0, 0).unwrap();
        for (x, y) in (0..512_u32).flat_map(|x| (0..512_u32).map(move |y| (x, y))) {
            // The circle of 80% that the standard promises.
            let outside = x.abs_diff(256).pow(2) + y.abs_diff(256).pow(2) > 204 * 204;
            assert!(!outside || picture.pixel(x, y).unwrap() == ground, "the mark reaches {x}, {y}");
        }
    }

    #[test]
    fn the_colours_of_icon_manifest_and_page_are_those_of_the_styles() {
        let tokens = include_str!("../../../styles/tokens.css");
        let token = |name: &str, at: usize| {
            let behind = tokens.split(&format!("--{name}: ")).nth(at).unwrap();
            behind.split(';').next().unwrap().to_owned()
        };
        assert!(SOURCE.contains(&token("accent", 1)) && SOURCE.contains(&token("on-accent", 1)));
        let manifest: serde_json::Value =
            serde_json::from_str(include_str!("../../../offline/manifest.webmanifest")).unwrap();
        assert_eq!(manifest["theme_color"], token("paper", 1));
        assert_eq!(manifest["background_color"], token("paper", 1));
        let page = include_str!("../../../index.html");
        for at in [1, 2] {
            assert!(page.contains(&format!("name=\"theme-color\" content=\"{}\"", token("paper", at))));
        }
        for icon in manifest["icons"].as_array().unwrap() {
            let name = icon["src"].as_str().unwrap().strip_prefix("icons/").unwrap();
            assert!(name == "icon.svg" || ICONS.iter().any(|(known, ..)| *known == name), "there is no {name}");
        }
    }
}
