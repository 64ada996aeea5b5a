//! Owns checking a page with axe-core, and that it fits into the window.
//!
//! Never leaves a rule out: what axe reports is to be repaired in the player.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tokio::fs;

use crate::browser::devtools::{self, Look, Scheme};
use crate::person::Person;
use crate::surroundings::Need;

/// All rules of WCAG up to 2.2 AA and axe's own, the size of targets, and contrasts of 7:1, as design.md promises.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    // Of a text in forced colours axe reads the colour that is not used: Chromium computes -webkit-text-fill-color without
    // forcing it. The colours are the reader's own then, as long as nothing opts out, which is looked at instead.
    const forced = matchMedia('(forced-colors: active)').matches;
    const own = (one) => getComputedStyle(one).forcedColorAdjust === 'none' && one.innerText;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
    const rules = { 'color-contrast': { enabled: !forced }, 'color-contrast-enhanced': { enabled: !forced },
      'target-size': { enabled: true } };
    if (forced && [...document.querySelectorAll('body *')].some(own)) return done({ error: 'text keeps its own colours' });
    axe.run(document, { runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'] })
      .then((found) => done({ violations: found.violations, passes: found.passes.length }))
      .catch((error) => done({ error: String(error) }));";

/// How far the page is wider than the window, in CSS pixels, and the widest of the elements that stick out.
const OVERFLOW: &str = "
    const page = document.scrollingElement;
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth);
    return [page.scrollWidth - page.clientWidth, out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120)).join('\\n')];";

/// Controls that are smaller than 24 by 24 CSS pixels, but for links within a text (WCAG 2.5.8). A control is as
/// large as its label, where that is larger.
const SMALL: &str = "
    const controls = 'a[href], button, input:not([type=hidden]), select, summary';
    const small = (one) => {
      const inline = one.matches('a') && getComputedStyle(one).display === 'inline'
        && one.parentElement.innerText.trim() !== one.innerText.trim();
      return one.checkVisibility() && !inline && [one, one.closest('label') ?? one].every((box) => {
        const { width, height } = box.getBoundingClientRect();
        return width < 24 || height < 24;
      });
    };
    return [...document.querySelectorAll(controls)].filter(small).map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return `a target of ${width.toFixed()} by ${height.toFixed()} px: ${one.outerHTML.slice(0, 120)}`;
    });";

/// What was found on the views of one test. All of them are looked at before it fails.
#[derive(Debug, Default)]
pub struct Audit {
    /// The views that have each problem.
    problems: BTreeMap<String, Vec<String>>,
}

impl Audit {
    /// Checks the page as it is now; `view` says which it is.
    ///
    /// # Errors
    ///
    /// That it cannot be checked.
    pub async fn checks(&mut self, person: &Person, view: &str) -> Result<()> {
        let mut problems = person.violations().await.with_context(|| view.to_owned())?;
        let (wider, elements): (i64, String) = person.window().execute(OVERFLOW, Vec::new()).await?.convert()?;
        if wider > 0 {
            problems.push(format!("the page is {wider} px wider than the window:\n{elements}"));
        }
        let small: Vec<String> = person.window().execute(SMALL, Vec::new()).await?.convert()?;
        problems.extend(small);
        for problem in problems {
            self.problems.entry(problem).or_default().push(view.to_owned());
        }
        Ok(())
    }

    /// The same in every look: light, dark and forced colours, wide and narrow.
    ///
    /// # Errors
    ///
    /// That it cannot be checked.
    pub async fn checks_every_look(&mut self, person: &Person, view: &str) -> Result<()> {
        for scheme in [Scheme::Light, Scheme::Dark, Scheme::Forced] {
            for width in [1280, 320] {
                let look = Look { scheme, width };
                devtools::look(person.window(), look).await?;
                self.checks(person, &format!("{view} ({look})")).await?;
            }
        }
        Ok(())
    }

    /// Ends the audit.
    ///
    /// # Errors
    ///
    /// Each violation, with rule, message, place and views; and each view that has to be scrolled sideways.
    pub fn ends(self) -> Result<()> {
        let told = |(problem, views): (&String, &Vec<String>)| format!("{problem}\n  in: {}", views.join("; "));
        let problems: Vec<String> = self.problems.iter().map(told).collect();
        ensure!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
        Ok(())
    }
}

impl Person {
    async fn violations(&self) -> Result<Vec<String>> {
        let window = self.window();
        let there = window.execute("return typeof axe === 'object'", Vec::new()).await?;
        if there.json() != &Value::Bool(true) {
            let axe = fs::read_to_string(Need::Axe.path()?).await.context("axe-core cannot be read")?;
            window.execute(axe.as_str(), Vec::new()).await.context("axe-core does not start")?;
        }
        let answer = window.execute_async(RUN, Vec::new()).await?;
        let answer = answer.json();
        let passes = answer.get("passes").and_then(Value::as_u64).unwrap_or(0);
        ensure!(passes > 5, "axe-core checked next to nothing: {answer}");
        let found = answer.get("violations").and_then(Value::as_array).context("axe-core gave no answer")?;
        Ok(found.iter().flat_map(told).collect())
    }
}

/// One line for each place at which a rule is broken.
fn told(violation: &Value) -> Vec<String> {
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (rule, help) = (text(violation, "id"), text(violation, "help"));
    let nodes = violation.get("nodes").and_then(Value::as_array).cloned().unwrap_or_default();
    let line = |node: &Value| {
        let place = node.get("target").map(Value::to_string).unwrap_or_default();
        format!("{rule}: {help}\n  at {place}: {}\n  {}", text(node, "html"), text(node, "failureSummary"))
    };
    nodes.iter().map(line).collect()
}
