//! What indexing does with an article, counted by a step of the analyser.

use std::borrow::Cow;
use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use khabar::analysis::{Analyzer, Kind, STEPS, Step, Written, segments};
use khabar::article::{Article, ArticleId, Field};
use khabar::entities::Gazetteer;
use khabar::index::Writer;

use crate::support::folder;

static COUNT: AtomicUsize = AtomicUsize::new(0);

fn count<'t>(_: &mut Cow<'t, str>, _: Written<'t>) {
    COUNT.fetch_add(1, Ordering::Relaxed);
}

/// The standard steps and one that counts.
static COUNTING: [Step; STEPS.len() + 1] = {
    let mut steps = [Step::of_forms("count", &Kind::ALL, count); STEPS.len() + 1];
    let mut at = 0;
    while at < STEPS.len() {
        steps[at + 1] = STEPS[at];
        at += 1;
    }
    steps
};

fn article() -> Article {
    let mut article = Article::new(ArticleId::new("a").unwrap(), "a.txt");
    article.headline = "પુતિનની IPL-2024માં મુલાકાત".into();
    article.headline_latin = "Putin in U.S.".into();
    article.summary = "રૂ. ૫૦૦ની નોટ; સી.આર. પાટીલે કહ્યું.".into();
    article.body = "ખેડૂતોએ આંદોલન કર્યું.\n\nવ્લાદિમીર પુતિન ભારત આવ્યા.".into();
    article.related = vec!["ચૂંટણીનાં પરિણામ".into(), "વરસાદની આગાહી".into()];
    article
}

#[test]
fn each_text_is_tokenised_once_while_indexing() {
    let folder = folder();
    let gazetteer = Gazetteer::shipped().unwrap();
    let analyzer = Analyzer::with_steps(&COUNTING);
    let article = article();
    let mut writer = Writer::open_with(&folder.path().join("index"), &gazetteer, analyzer).unwrap();
    writer.add(&article, Path::new("a")).unwrap();
    writer.commit(&HashSet::new()).unwrap();
    let texts = Field::ALL.into_iter().flat_map(|field| field.texts(&article));
    let words: usize = texts.map(|text| segments(text).count()).sum();
    assert!(words > 25, "{words}");
    assert_eq!(COUNT.load(Ordering::Relaxed), words);
}
