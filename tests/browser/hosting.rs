//! Owns the promise that the site works from the servers of others, as they are: from a folder of any, with the headers
//! that it brings for nginx.

use anyhow::{Context, Result, ensure};
use http::HeaderMap;
use http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use verbatim_tests::quiz::rightly;
use verbatim_tests::surroundings::Need;
use verbatim_tests::{Host, Outcome, Person, Role, Server, Stage, bank, page};

const FOLDER: &str = "/some/where/";

/// Opens the site, answers a set, reads the results, comes back to them, looks a concept up.
async fn tries_it_all(person: &Person, _: &Host) -> Result<()> {
    let (bank, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    person.opens_catalogue().await?;
    person.clicks(Role::Link, set.title()).await?;
    let asked = person.answers_first(all, set, rightly).await?;
    let last = asked.last().context("nothing was asked")?;
    person.window().refresh().await?;
    person.is_asked(set, last).await?;
    ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
    person.clicks(Role::Link, "See results").await?;
    person.sees_score(all, all).await?;
    person.window().refresh().await?;
    person.sees_score(all, all).await?;
    person.opens(&format!("#/{}/glossary", bank.id())).await?;
    person.is_on_page("Glossary").await
}

#[tokio::test]
async fn it_works_from_pythons_server() -> Outcome {
    Stage::new().served_by(Server::Python).play(tries_it_all).await
}

#[tokio::test]
async fn it_works_from_a_folder_of_pythons_server() -> Outcome {
    Stage::new().served_by(Server::Python).in_folder(FOLDER).play(tries_it_all).await
}

#[tokio::test]
async fn it_works_from_nginx_with_the_headers_that_it_brings() -> Outcome {
    Stage::new().served_by(Server::Nginx).play(tries_it_all).await
}

#[tokio::test]
async fn it_works_from_a_folder_of_nginx_with_the_headers_that_it_brings() -> Outcome {
    Stage::new().served_by(Server::Nginx).in_folder(FOLDER).play(tries_it_all).await
}

/// What nginx says of a file, to a browser that takes gzip.
async fn headers(site: &str, name: &str) -> Result<HeaderMap> {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let said = client.get(format!("{site}{name}")).header(ACCEPT_ENCODING, "gzip").send().await?;
    Ok(said.error_for_status()?.headers().clone())
}

#[tokio::test]
async fn nginx_sends_every_file_with_its_type_its_policy_and_how_long_it_may_be_kept() -> Result<()> {
    let site = Need::Site.path()?;
    let policy = page::policy(&std::fs::read_to_string(site.join("index.html"))?)?;
    let serving = Server::Nginx.serves(&site, FOLDER).await?;
    for name in page::files(&site)? {
        let said = headers(serving.site(), &name).await.with_context(|| name.clone())?;
        let said = |header| said.get(header).and_then(|value| value.to_str().ok()).unwrap_or_default();
        ensure!(said(CONTENT_SECURITY_POLICY) == policy, "{name}: {}", said(CONTENT_SECURITY_POLICY));
        ensure!(said(http::HeaderName::from_static("x-content-type-options")) == "nosniff", "{name} may be sniffed");
        let unhashed = ["index.html", "data/catalogue.bin"].contains(&name.as_str());
        let kept = said(CACHE_CONTROL);
        ensure!(!unhashed || kept == "no-cache", "{name}: {kept}");
        ensure!(unhashed || !name.ends_with(".bin") || kept.ends_with("immutable"), "{name}: {kept}");
        let kind = said(CONTENT_TYPE);
        ensure!(!name.ends_with(".wasm") || kind == "application/wasm", "{name}: {kind}");
        let compressed = site.join(format!("{name}.gz")).is_file();
        ensure!((said(CONTENT_ENCODING) == "gzip") == compressed, "{name}: {}", said(CONTENT_ENCODING));
    }
    ensure!(headers(serving.site(), "").await?[CACHE_CONTROL] == "no-cache", "the folder's own address is kept");
    Ok(())
}
