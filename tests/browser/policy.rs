//! Owns the promise that the page runs nothing but its own scripts, loads nothing from elsewhere, and that the suite
//! hears of every violation.

use std::fs;

use anyhow::{Context, Result, ensure};
use verbatim_tests::browser::devtools;
use verbatim_tests::surroundings::Need;
use verbatim_tests::wait::until;
use verbatim_tests::{Fault, Host, OneFile, Outcome, Person, Role, Stage, bank, page};

/// What somebody may get into a page, with the directive that refuses it.
const FOREIGN: [(&str, &str); 6] = [
    ("<script>window.foreign = 1</script>", "script-src"),
    ("<script src=\"http://127.0.0.2/foreign.js\"></script>", "script-src"),
    ("<img src=\"nothing:\" onerror=\"window.foreign = 1\">", "script-src"),
    ("<img src=\"http://127.0.0.2/foreign.png\">", "img-src"),
    ("<p style=\"color: red\">x</p>", "style-src"),
    ("<style>p { color: red }</style>", "style-src"),
];

fn html() -> Result<String> {
    fs::read_to_string(Need::Site.path()?.join("index.html")).context("the site has no page")
}

/// What a script that the page has no say in comes to.
async fn comes_to(person: &Person, script: &str) -> Result<String> {
    let script = format!("try {{ {script} }} catch (error) {{ return error.name }}");
    Ok(person.window().execute(script.as_str(), Vec::new()).await?.json().to_string())
}

/// The violations in the console, once there are any.
async fn violations(person: &Person) -> Result<Vec<String>> {
    until("a violation in the console", async || {
        let errors = devtools::console_errors(person.window()).await?;
        Ok((!errors.is_empty()).then_some(errors))
    })
    .await
}

#[tokio::test]
async fn what_is_foreign_in_the_page_is_refused_and_the_player_runs() -> Outcome {
    for (foreign, directive) in FOREIGN {
        let page = html()?.replace("<main", &format!("{foreign}<main"));
        let story = async |person: &Person, host: &Host| {
            host.replaces("", page.into_bytes());
            person.opens_catalogue().await?;
            let errors = violations(person).await?;
            ensure!(errors.iter().any(|error| error.contains(directive)), "{foreign}: {errors:#?}");
            ensure!(comes_to(person, "return window.foreign ?? null").await? == "null", "{foreign} ran");
            Ok(())
        };
        Stage::new().refusing().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn text_becomes_no_script_and_no_markup_by_any_way() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        person.opens_catalogue().await?;
        for script in [
            "document.body.innerHTML = '<b>x</b>'",
            "document.createElement('script').text = 'window.foreign = 1'",
            "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
            "document.body.setAttribute('onclick', 'window.foreign = 1'); document.body.click(); return 'TypeError'",
        ] {
            ensure!(comes_to(person, script).await? == "\"TypeError\"", "{script}: allowed");
        }
        ensure!(comes_to(person, "return window.foreign ?? null").await? == "null", "something ran");
        violations(person).await.map(|_| ())
    };
    Stage::new().refusing().play(story).await
}

/// A story fails in which somebody asks for what is refused, whatever else it is about.
async fn is_heard_of(stage: Stage) -> Result<()> {
    let story = async |person: &Person, host: &Host| {
        if !OneFile::is_chosen() {
            host.breaks("/data/wuzhen-2015/concepts-", Fault::Missing);
        }
        person.opens_catalogue().await?;
        let (_, set) = &bank::with_set("events")?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_on_page(set.title()).await?;
        // Not by `fetch`, which in one file reaches nothing else than that.
        let asks = "const request = new XMLHttpRequest(); request.open('GET', 'http://127.0.0.2/'); request.send()";
        comes_to(person, asks).await.map(|_| ())
    };
    let end = format!("{:?}", stage.play(story).await.err().context("a violation went unheard")?);
    ensure!(end.contains("policy was violated") && end.contains("connect-src"), "{end}");
    Ok(())
}

#[tokio::test]
async fn a_violation_fails_a_story() -> Outcome {
    Ok(is_heard_of(Stage::new()).await?)
}

#[tokio::test]
async fn a_violation_fails_a_story_of_trouble_too() -> Outcome {
    Ok(is_heard_of(Stage::new().troubled()).await?)
}

#[tokio::test]
async fn the_policy_allows_nothing_unsafe_and_no_other_host() -> Result<()> {
    let policy = page::policy(&html()?)?;
    let unsafe_words: Vec<_> = policy.split([' ', ';']).filter(|word| word.contains("unsafe")).collect();
    ensure!(unsafe_words == ["'wasm-unsafe-eval'"], "{policy}");
    ensure!(policy.starts_with("default-src 'none';"), "{policy}");
    ensure!(policy.split(' ').all(is_no_host), "{policy}");
    Ok(())
}

/// Whether a word of a policy names no host: hashes may hold slashes, and `data:` is none.
fn is_no_host(word: &str) -> bool {
    let word = word.trim_end_matches(';');
    word.starts_with("'sha256-") || !word.contains(['*', '/', '.'])
}
