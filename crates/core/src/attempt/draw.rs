//! Owns what is drawn by lot: the order of questions, and of what a question lists.
//!
//! Never knows where the seed comes from. The generator is PCG XSH RR 64/32 (O'Neill 2014), so that a seed means the
//! same for ever; each question has a stream of its own, so that a new or a revised one moves no other.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use crate::bank::Settings;
use crate::question::Question;

/// What a question is sorted by when the order of questions is drawn.
pub(crate) fn lot(question: &Question, seed: u64) -> u32 {
    Pcg32::new(seed, question.stream).next_u32()
}

/// The positions of what a question of a set lists, in the order in which they are shown.
pub(crate) fn shown(settings: &Settings, question: &Question, seed: Option<u64>) -> Vec<usize> {
    order(question, seed, settings.shuffle_options && question.shuffled)
}

/// The positions of what a question lists, in the order in which they are shown. `shuffled` is whether they may change
/// their places; a list whose own order is the answer changes it all the same.
pub(super) fn order(question: &Question, seed: Option<u64>, shuffled: bool) -> Vec<usize> {
    let rules = question.kind.rules();
    let movable = rules.movable();
    let written: Vec<usize> = (0..movable.len()).collect();
    let seed = match (seed, shuffled, !written.is_empty() && rules.gives_itself_away(&written)) {
        (Some(seed), true, _) | (Some(seed), false, true) => seed,
        (None, _, true) => 0,
        (_, _, false) => return written,
    };
    let mut generator = Pcg32::new(seed, question.stream);
    // The first number is the question's own lot.
    generator.next_u32();
    let mut moved: Vec<usize> = written.iter().copied().filter(|place| movable.get(*place) == Some(&true)).collect();
    for end in (1..moved.len()).rev() {
        moved.swap(end, below(&mut generator, end + 1));
    }
    // Of a list that could give itself away every entry is movable.
    if !moved.is_empty() && rules.gives_itself_away(&moved) {
        moved.rotate_left(1);
    }
    let mut moved = moved.into_iter();
    let place = |place: usize| if movable.get(place) == Some(&true) { moved.next().unwrap_or(place) } else { place };
    written.into_iter().map(place).collect()
}

/// A number from 0 up to `end`, by the multiplication of Lemire (2019); its bias is below one in a hundred million.
fn below(generator: &mut Pcg32, end: usize) -> usize {
    let wide = u64::try_from(end).unwrap_or(u64::MAX);
    usize::try_from((u64::from(generator.next_u32()) * wide) >> 32).unwrap_or(0)
}
