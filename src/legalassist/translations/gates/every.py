"""Every gate, each with its severity, run over pairs of texts."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from legalassist.handouts.speech import CANTONESE, variety_of
from legalassist.languages.catalog import Catalog
from legalassist.languages.tags import SIMPLIFIED, TRADITIONAL
from legalassist.library import Library
from legalassist.translations.gates import (
    across,
    allowed,
    bounds,
    cantonese,
    denied,
    doers,
    exchanged,
    figures,
    harm,
    ideas,
    keywords,
    kinds,
    marks,
    meaning,
    meant,
    private,
    qualifiers,
    roles,
    scripts,
    slips,
    spoken,
    transfers,
    turned,
    untranslated,
    verbs,
)
from legalassist.translations.gates.alarm import Alarm, Pair, Rule, Severity
from legalassist.translations.gates.everyday import read_everyday
from legalassist.translations.gates.glosses import Glosses
from legalassist.translations.gates.hosts import HOSTS, read_hosts
from legalassist.translations.gates.owners import Owners
from legalassist.translations.gates.sentences import by_sentence
from legalassist.translations.gates.terms import GLOSSARY, TermRules, read_glossary

_E, _W = Severity.ERROR, Severity.WARNING

RULES: tuple[Rule, ...] = (
    Rule("placeholders", _E, marks.placeholders),
    Rule("half-width", _E, marks.half_width),
    Rule("full-width", _E, marks.full_width),
    Rule("quotes", _E, marks.quotes),
    Rule("odd-characters", _E, marks.odd_characters),
    Rule("markup", _E, marks.markup),
    Rule("template-signs", _E, marks.template_signs),
    Rule("spaces", _W, marks.spaces),
    Rule("dots", _W, marks.dots),
    Rule("untranslated", _E, untranslated.untranslated),
    Rule("echo", _E, untranslated.echo),
    Rule("length", _W, untranslated.length),
    Rule("sentences", _W, untranslated.sentences),
    Rule("clauses", _W, untranslated.clauses),
    Rule("series", _W, by_sentence(untranslated.series)),
    Rule("doubled", _W, untranslated.doubled),
    Rule("ending", _W, untranslated.ending),
    Rule("long-sentence", _W, untranslated.long_sentence),
    Rule("list-items", _E, untranslated.list_items),
    Rule("numbers", _E, figures.numbers),
    Rule("number-words", _W, figures.number_words),
    Rule("added-number-words", _W, figures.added_number_words),
    Rule("dates", _E, figures.dates),
    Rule("weekdays", _E, figures.weekdays),
    Rule("clocks", _E, figures.clocks),
    Rule("money", _E, figures.money),
    Rule("phones", _E, figures.phones),
    Rule("addresses", _E, figures.addresses),
    Rule("cites", _E, figures.cites),
    Rule("mixed-scripts", _E, scripts.mixed_scripts),
    Rule("conversion", _W, scripts.conversion),
    Rule("rare-characters", _W, scripts.rare_characters),
    Rule("lost-negation", _W, meaning.lost_negation),
    Rule("added-negation", _W, meaning.added_negation),
    Rule("negation-by-sentence", _W, meaning.negation_by_sentence),
    Rule("ordered-not-to", _W, meaning.ordered_not_to),
    Rule("fewer-negations", _W, meaning.fewer_negations),
    Rule("denied", _W, denied.denied),
    Rule("turned-round", _W, turned.turned_round),
    Rule("other-number", _W, turned.other_number),
    Rule("forbidden-choice", _W, meaning.forbidden_choice),
    Rule("double-negation", _W, meaning.double_negation),
    Rule("modality", _W, by_sentence(meaning.modality)),
    Rule("promises", _E, meaning.promises),
    Rule("links", _W, by_sentence(bounds.links)),
    Rule("fewer-only", _W, bounds.fewer_only),
    Rule("added-bounds", _W, bounds.added_bounds),
    Rule("unless-turned", _W, bounds.unless_turned),
    Rule("and-or", _W, by_sentence(meaning.and_or)),
    Rule("agencies", _E, meaning.agencies),
    Rule("agency-names", _E, meaning.agency_names),
    Rule("order-in-time", _W, by_sentence(bounds.order_in_time)),
    Rule("address", _E, meaning.address),
    Rule("pronouns", _E, meaning.pronouns),
    Rule("officialese", _W, meaning.officialese),
    Rule("typed-wrong", _W, slips.typed_wrong),
    Rule("slips", _W, slips.slips),
    Rule("harm", _E, harm.harm),
    Rule("personal-data", _E, private.personal_data),
    Rule("actors", _W, by_sentence(keywords.actors)),
    Rule("things", _W, by_sentence(keywords.things)),
    Rule("roles", _W, roles.roles),
    Rule("doers", _W, doers.doers),
    Rule("transfers", _W, transfers.transfers),
    Rule("verbs", _W, verbs.verbs),
    Rule("exchanged", _W, exchanged.exchanged),
    Rule("allowed", _W, allowed.allowed),
    Rule("meant", _W, meant.meant),
    Rule("qualifiers", _W, by_sentence(qualifiers.qualifiers)),
    Rule("opposites", _W, by_sentence(qualifiers.opposites)),
    Rule("measures", _W, kinds.measures),
    Rule("placeholder-kinds", _W, kinds.placeholder_kinds),
    Rule("figure-order", _W, figures.figure_order),
    Rule("english-left", _W, untranslated.english_left),
    Rule("english-to-say", _W, untranslated.to_say_in_english),
)
"""The rules that need nothing but the two texts."""

ALOUD: tuple[Rule, ...] = (
    Rule("spoken-length", _E, spoken.sentence_length),
    Rule("spoken-brackets", _E, spoken.brackets),
    Rule("spoken-figures", _E, spoken.figures),
    Rule("spoken-numbers", _E, spoken.numbers),
    Rule("spoken-pauses", _E, spoken.pauses),
    Rule("spoken-alike", _E, spoken.sounds_alike),
    Rule("spoken-stray-pauses", _E, ideas.stray_pauses),
    Rule("spoken-beginning", _W, ideas.begins_in_the_middle),
    Rule("spoken-not-too", _W, ideas.negated_too),
    Rule("spoken-both-ways", _W, ideas.said_both_ways),
    Rule("spoken-do-not", _W, ideas.orders_lost),
    Rule("spoken-people", _W, ideas.named_each_time),
    Rule("spoken-time", _W, ideas.turned_in_time),
    Rule("spoken-words", _W, ideas.words_lost),
)
"""What is asked besides of a text that is read aloud."""

ON_HANDOUTS = {"lost-negation", "turned-round", "other-number"}
"""Rules that keep a handout or the release from print; elsewhere a reader is asked to look."""

IN_CANTONESE: tuple[Rule, ...] = (
    Rule("spoken-negation", _E, cantonese.negation_lost),
    Rule("spoken-mandarin", _W, cantonese.mandarin),
)
"""What is asked of Cantonese, with those of the others that hold for it (`cantonese.HOLDS`)."""

FOR_THE_EYE = {
    "numbers", "number-words", "dates", "clocks", "money", "phones", "cites", "length", "list-items",
    "agency-names", "english-kept", "echo",
}  # fmt: skip
"""Rules about how a text looks; `ALOUD` asks of what is read aloud what stands for them."""


@lru_cache(maxsize=4)
def rules_of(library: Library) -> tuple[Rule, ...]:
    """Return every rule, those of the shelf's glossary included where there is one."""
    everyday = read_everyday(library)
    words: tuple[Rule, ...] = (
        Rule("words", _W, everyday.lost),
        Rule("added-words", _W, everyday.added),
        Rule("owners", _W, Owners(everyday).owners),
        Rule("elsewhere", _W, everyday.elsewhere),
    )
    if library.find(HOSTS) is not None:
        words = (*words, Rule("hosts", _E, read_hosts(library).hosts))
    if library.find(GLOSSARY) is None:
        return (*RULES, *words)
    glossary = read_glossary(library)
    terms = TermRules(glossary)
    return (
        *(_explained(rule, terms) for rule in RULES if rule.name != "harm"),
        Rule("harm", _E, terms.harm),
        Rule("forbidden", _E, terms.forbidden),
        Rule("terms", _W, by_sentence(terms.used)),
        Rule("english-kept", _W, terms.english_kept),
        Rule("glosses", _W, Glosses(glossary).glosses),
        *words,
    )


OF_FIGURES = {"numbers", "added-number-words", "dates", "phones", "cites", "figure-order"}
"""Rules that would take the figures of a glossary's own brackets for the translator's."""


def _explained(rule: Rule, terms: TermRules) -> Rule:
    """Return a rule that, where it looks at figures, does not see those of the glossary's brackets."""
    if rule.name == "agencies":
        return Rule(rule.name, rule.severity, lambda pair: rule.check(terms.without_named(pair)))
    if rule.name not in OF_FIGURES:
        return rule
    return Rule(rule.name, rule.severity, lambda pair: rule.check(terms.without_explained(pair)))


def alarms(library: Library, pairs: Iterable[Pair], *, stopping: bool = False) -> Iterator[Alarm]:
    """Yield every finding of every rule, text by text. A text without a translation is not looked at here.

    With `stopping`, only what keeps a text from being printed; what a reader is asked to look at is not worked out then.
    """
    rules = rules_of(library)
    for pair in pairs:
        if not pair.text.strip():
            continue
        for rule in _asked(rules, pair):
            severity = Severity.ERROR if rule.name in ON_HANDOUTS and _handed_out(pair) else rule.severity
            if stopping and severity is not Severity.ERROR:
                continue
            for message, hint in rule.check(pair):
                yield Alarm(rule.name, severity, pair, message, hint)


def _asked(rules: Iterable[Rule], pair: Pair) -> Iterator[Rule]:
    """Yield the rules that are asked of a text: of a written one, or of one for the ear in its variety."""
    variety = variety_of(pair.context)
    if not variety:
        yield from rules
    elif variety == CANTONESE:
        yield from (rule for rule in (*rules, *ALOUD) if rule.name in cantonese.HOLDS)
        yield from IN_CANTONESE
    else:
        yield from (rule for rule in rules if rule.name not in FOR_THE_EYE)
        yield from ALOUD


_TAKEN_ALONG = ("topic.", "release-form.", "spoken-yes.")
"""Texts of handouts and of the release: a person acts on them alone, or signs them."""


def _handed_out(pair: Pair) -> bool:
    """Say whether a text is handed out, read aloud or signed, where a lost *not* can cost a person most."""
    return pair.context.startswith(_TAKEN_ALONG) or bool(variety_of(pair.context))


def pairs_of(catalog: Catalog) -> Iterator[Pair]:
    """Yield the texts of a catalog that translate today's English, as the gates look at them."""
    for one in catalog.by_context.values():
        yield Pair(one.context, one.english, one.text, catalog.language, one.place)


def alarms_across(library: Library, catalogs: Iterable[Catalog]) -> Iterator[Alarm]:
    """Yield what can only be seen when all catalogs of a shelf are read together, language by language."""
    by_language: dict[str, list[Pair]] = {}
    for catalog in catalogs:
        written = (one for one in pairs_of(catalog) if variety_of(one.context) != CANTONESE)  # it has its own words
        by_language.setdefault(catalog.language, []).extend(written)
    glossary = read_glossary(library) if library.find(GLOSSARY) is not None else None
    for found in by_language.values():
        if glossary is not None:
            yield from across.one_term(found, glossary)
        yield from across.same_chinese(found)
    simplified = {one.context: one for one in by_language.get(SIMPLIFIED, ())}
    yield from across.drift(by_language.get(TRADITIONAL, ()), simplified)
