//! Owns the promise that a set can be read, and its answers found, where no script runs.

use anyhow::{Context, Result, ensure};
use thirtyfour::By;
use verbatim_core::{Kind, Question};
use verbatim_tests::axe::Audit;
use verbatim_tests::browser::devtools;
use verbatim_tests::edition::Edition;
use verbatim_tests::explained::apart;
use verbatim_tests::kind::played;
use verbatim_tests::person::one_line;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// Unfolds everything that is folded, by its own control.
async fn unfolds_all(person: &Person) -> Result<()> {
    for summary in person.window().find_all(By::Css("details:not([open]) > summary")).await? {
        person.scrolls_to(&summary).await?;
        summary.click().await?;
    }
    Ok(())
}

/// What an author wrote of a question, as it is to be read when everything is unfolded.
fn written(question: &Question) -> Vec<String> {
    let authored = question.kind.rules().authored();
    let mut all = vec![bank::words(&question.prompt), bank::all_words(&question.explanation)];
    all.extend(authored.reasons().map(one_line));
    all.extend(authored.offers.iter().map(|offer| one_line(&offer.text)));
    all.extend(question.quotes.iter().map(|quote| one_line(&quote.fragments().join(" … "))));
    all.extend(question.hints.iter().map(|hint| bank::words(hint)));
    // A sentence with blanks, or an order, is not read in one piece.
    let is_whole = matches!(question.kind, Kind::Choice(_) | Kind::Choices(_) | Kind::Text(_) | Kind::Number(_));
    all.extend(authored.keys.iter().filter(|_| is_whole).map(|key| one_line(key)));
    all.retain(|words| !words.is_empty());
    all
}

#[tokio::test]
async fn every_question_answer_explanation_and_quotation_is_on_the_page_of_its_set() -> Outcome {
    let banks = bank::banks()?;
    let story = async |person: &Person, host: &Host| {
        devtools::without_scripts(person.window()).await?;
        for (bank, set) in banks.iter().flat_map(|bank| bank.sets().iter().map(move |set| (bank, set))) {
            person.opens(&bank::page(bank, set)).await?;
            unfolds_all(person).await?;
            let read = person.page_text().await?;
            for question in set.questions() {
                for words in written(question) {
                    ensure!(read.contains(&words), "{}/{}: no “{words}” in: {read}", set.id(), question.id);
                }
            }
            let quoted: usize =
                set.questions().iter().map(|one| apart(one).len() + played(&one.kind).quotations()).sum();
            let figures = person.all(Role::Figure).await?.len();
            ensure!(figures == quoted, "{}: {figures} quotations, and not {quoted}", set.id());
        }
        ensure!(host.asked_for("/data/") == 0, "asked for {:?}", host.asked());
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_choice_says_at_once_whether_it_is_right_and_why() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        devtools::without_scripts(person.window()).await?;
        person.opens(&bank::page(bank, set)).await?;
        for question in set.questions() {
            let Kind::Choice(choice) = &question.kind else { continue };
            let name = format!("//article[.//h2[normalize-space(.)={}]]", quoted(&bank::words(&question.prompt)));
            let article = person.window().find(By::XPath(name.as_str())).await?;
            let radios = person.all_within(&article, Role::Radio).await?;
            for (position, option) in choice.options().iter().enumerate() {
                let radio = radios.get(position).context("an option is missing")?;
                person.scrolls_to(radio).await?;
                radio.click().await?;
                let read = one_line(&article.text().await?);
                let word = if position == choice.right() { "Right" } else { "Not right" };
                let said = format!("{word} {}", bank::words(&option.why));
                ensure!(read.contains(&said), "{}: no “{said}” in: {read}", question.id);
                let others = choice.options().iter().filter(|other| other.text != option.text);
                let told: Vec<String> =
                    others.map(|other| bank::words(&other.why)).filter(|why| read.contains(why)).collect();
                ensure!(told.is_empty(), "what was not chosen is told as well: {told:?}");
            }
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_large_set_goes_on_on_a_page_of_its_own() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let (edition, all) = Edition::large(1, set)?;
    let story = async |person: &Person, host: &Host| {
        host.deploys(edition.site());
        let title = format!("{}{}", edition.mark(), set.title());
        devtools::without_scripts(person.window()).await?;
        person.opens(&bank::page(bank, set)).await?;
        person.reads(&format!("Question 25 of {all}")).await?;
        person.reads_no(&format!("Question 26 of {all}")).await?;
        person.clicks(Role::Link, "Questions 26 to 50").await?;
        person.finds(Role::Heading, &title).await?;
        person.reads("Nothing is counted or saved on this page").await?;
        person.reads(&format!("Question 50 of {all}")).await?;
        person.clicks(Role::Link, "Questions 76 to 100").await?;
        person.reads(&format!("Question 100 of {all}")).await?;
        person.clicks(Role::Link, "Questions 1 to 25").await?;
        person.is_at(&bank::page(bank, set)).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_page_for_those_without_scripts_leads_others_to_the_quiz() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let (edition, all) = Edition::large(1, set)?;
    let story = async |person: &Person, host: &Host| {
        host.deploys(edition.site());
        person.opens(&bank::page(bank, set).replace(".html", ".2.html")).await?;
        person.reads(&format!("Question 26 of {all}")).await?;
        person.reads("Nothing is counted or saved on this page").await?;
        let mut audit = Audit::default();
        audit.checks_every_look(person, "a further page of a large set").await?;
        audit.ends()?;
        person.clicks(Role::Link, "Have your answers saved: go to the quiz").await?;
        person.reads(&format!("Question 1 of {all}")).await?;
        person.finds(Role::Button, "Keys").await.map(|_| ())
    };
    Stage::new().play(story).await
}

/// A text as XPath takes it that holds no quotation mark of its own.
fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

#[tokio::test]
async fn links_lead_from_the_catalogue_to_sets_and_from_answers_to_the_glossary() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        devtools::without_scripts(person.window()).await?;
        person.opens("").await?;
        person.clicks(Role::Link, set.title()).await?;
        person.is_at(&bank::page(bank, set)).await?;
        unfolds_all(person).await?;
        let entry = bank.glossary().first().context("the bank has no glossary")?;
        let concept = bank.concepts().iter().find(|one| one.id == entry.concept).context("an unknown concept")?;
        let links = person.all(Role::Link).await?;
        let mut found = None;
        for link in links {
            if link.text().await? == concept.term {
                found = Some(link);
                break;
            }
        }
        let link = found.context("no answer leads to the glossary")?;
        person.scrolls_to(&link).await?;
        link.click().await?;
        let place = format!("/{}/glossary/{}", bank.id(), entry.concept);
        person.is_at(&format!("{}/glossary.html#{place}", bank.id())).await?;
        let term = person.window().find(By::Id(place)).await?;
        ensure!(person.has_in_view(&term).await?, "the entry is not in view");
        ensure!(person.page_text().await?.contains(&bank::all_words(&entry.definition)), "no definition");
        Ok(())
    };
    Stage::new().in_folder("/courses/civics/").play(story).await
}
