//! Owns the facts about what is drawn by lot.

use super::*;

const SEEDS: core::ops::Range<u64> = 0..40;

fn drawn(pack: &Rc<Pack>, seed: Option<u64>) -> Attempt {
    Attempt::new(Rc::clone(pack), Start { seed, ..start(Mode::Practice) })
}

/// The ids of the questions in the order in which they are asked.
fn asked(pack: &Rc<Pack>, seed: Option<u64>) -> Vec<String> {
    let attempt = drawn(pack, seed);
    attempt.asked().into_iter().map(|place| attempt.question(place).unwrap().id.clone()).collect()
}

/// The order in which the list of a question is shown.
fn shown(pack: &Rc<Pack>, id: &str, seed: Option<u64>) -> Vec<usize> {
    let attempt = drawn(pack, seed);
    attempt.shown(attempt.place(id).unwrap())
}

/// Questions that list something: `a` a choice, `s` choices, `o` items to order, `m` things to match.
fn every(settings: &str, more: &str) -> Rc<Pack> {
    let more = format!("{}{more}", fixture::QUOTE);
    let [a, s] = [fixture::question("a", &more), fixture::choices("s", &more)];
    fixture::pack_of(settings, &[a, s, fixture::order("o", [None; 5], &more), fixture::matching("m", &more)])
}

/// Whether the questions are drawn, and the options of `a` and `s`.
fn check(settings: &str, more: &str, questions: bool, options: bool) {
    let pack = every(settings, more);
    let written = |id: &str| (0..shown(&pack, id, None).len()).collect::<Vec<_>>();
    let differ = |of: &dyn Fn(u64) -> bool| SEEDS.clone().any(of);
    assert_eq!(differ(&|seed| asked(&pack, Some(seed)) != asked(&pack, None)), questions, "{settings} {more}");
    for id in ["a", "s"] {
        assert_eq!(differ(&|seed| shown(&pack, id, Some(seed)) != written(id)), options, "{settings} {more} {id}");
    }
    for id in ["o", "m"] {
        let seeds = SEEDS.map(Some).chain([None]);
        seeds.for_each(|seed| assert_ne!(shown(&pack, id, seed), written(id), "{settings} {more} {id} {seed:?}"));
    }
    assert_eq!(asked(&pack, None), ["a", "s", "o", "m"]);
    assert_eq!((shown(&pack, "a", None), shown(&pack, "s", None)), (vec![0, 1, 2], vec![0, 1, 2, 3]));
}

#[test]
fn what_the_author_lets_be_drawn_is_drawn_and_nothing_else() {
    check("", "", true, true);
    check("shuffle = true", "", true, true);
    check("shuffle = false", "", false, false);
    check("shuffle = 'questions'", "", true, false);
    check("shuffle = 'options'", "", false, true);
    check("", "shuffle = false", true, false);
    check("shuffle = 'options'", "shuffle = false", false, false);
    check("shuffle = false", "shuffle = true", false, false);
}

#[test]
fn a_set_opens_as_written_exactly_where_its_first_question_does() {
    for settings in ["", "shuffle = false", "shuffle = 'questions'", "shuffle = 'options'"] {
        let pack = every(settings, "");
        let as_written = |seed: u64| {
            let first = asked(&pack, Some(seed)).first() == Some(&"a".to_owned());
            first && shown(&pack, "a", Some(seed)) == [0, 1, 2]
        };
        // One seed in 24 does where everything is drawn.
        let opens = |seed: &u64| pack.set().opens_as_written(*seed..*seed + 1) == Some(*seed);
        let (opens, others): (Vec<_>, Vec<_>) = (0..400_u64).partition(opens);
        assert!(!opens.is_empty() && opens.into_iter().all(as_written), "{settings}");
        assert!(!others.into_iter().any(as_written), "{settings}");
    }
}

#[test]
fn the_same_seed_draws_the_same() {
    let (one, other) = (every("", ""), every("", ""));
    for seed in SEEDS {
        assert_eq!(asked(&one, Some(seed)), asked(&other, Some(seed)));
        for id in ["a", "s", "o", "m"] {
            assert_eq!(shown(&one, id, Some(seed)), shown(&other, id, Some(seed)));
        }
    }
}

#[test]
fn a_seed_means_the_same_for_ever() {
    let pack = every("", "");
    let ids: Vec<String> = [1, 2, 3].map(|seed| asked(&pack, Some(seed)).concat()).to_vec();
    assert_eq!(ids, ["asom", "omas", "maos"]);
    assert_eq!([1, 2, 3].map(|seed| shown(&pack, "s", Some(seed))), [[2, 1, 3, 0], [2, 3, 0, 1], [3, 0, 2, 1]]);
}

#[test]
fn every_order_is_drawn_sooner_or_later() {
    let pack = every("", "");
    for (id, all) in [("a", 6), ("s", 24), ("m", 23)] {
        let found: std::collections::BTreeSet<_> = (0..400).map(|seed| shown(&pack, id, Some(seed))).collect();
        assert_eq!(found.len(), all, "{id}");
    }
}

#[test]
fn a_fixed_option_keeps_its_place() {
    let question = fixture::question("a", fixture::QUOTE).replace("'perhaps'", "'perhaps'\nfixed = true");
    let pack = fixture::pack_of("", &[question]);
    let found: std::collections::BTreeSet<_> = SEEDS.map(|seed| shown(&pack, "a", Some(seed))).collect();
    assert_eq!(found.into_iter().collect::<Vec<_>>(), [[0, 1, 2], [1, 0, 2]]);
}

#[test]
fn what_ties_does_not_begin_in_a_right_order() {
    for dates in [[Some(1), Some(1), Some(1), Some(1), Some(2)], [Some(1), Some(2), Some(2), Some(2), None]] {
        let pack = fixture::pack_of("", &[fixture::order("o", dates, fixture::QUOTE)]);
        for seed in (0..400).map(Some).chain([None]) {
            let begin = Answer::Order(shown(&pack, "o", seed));
            assert!(!pack.set().questions()[0].mark(&begin).unwrap().is_full(), "{begin:?}");
        }
    }
}

#[test]
fn a_new_question_leaves_the_others_as_they_were() {
    let before = every("", "");
    let new = fixture::choices("new", fixture::QUOTE);
    let [a, s] = [fixture::question("a", fixture::QUOTE), fixture::choices("s", fixture::QUOTE)];
    let [o, m] = [fixture::order("o", [None; 5], fixture::QUOTE), fixture::matching("m", fixture::QUOTE)];
    let now = fixture::pack_of("", &[a, new, s.replace("Did it?", "Did they?"), o, m]);
    for seed in SEEDS.map(Some) {
        let mut others = asked(&now, seed);
        others.retain(|id| id != "new");
        assert_eq!(others, asked(&before, seed));
        for id in ["a", "s", "o", "m"] {
            assert_eq!(shown(&now, id, seed), shown(&before, id, seed), "{id}");
        }
    }
}

#[test]
fn a_place_leads_to_its_question_and_back() {
    let pack = every("", "");
    for seed in SEEDS.map(Some) {
        let attempt = drawn(&pack, seed);
        for place in attempt.asked() {
            assert_eq!(attempt.place(&attempt.question(place).unwrap().id), Some(place));
        }
    }
}

#[test]
fn what_lists_nothing_shows_nothing() {
    let pack = fixture::pack_of("", &[fixture::truth("t", fixture::QUOTE)]);
    assert_eq!(shown(&pack, "t", Some(1)), []);
}
