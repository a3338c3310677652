"""What somebody of the family does in an English sentence: "My father sold me", "I am afraid of my uncle"."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from legalassist.placement.kin_words import Found


def _any(words: str) -> str:
    """Return a pattern for any of some words, parted by blanks; an underscore stands for a blank inside one."""
    return "(?:" + "|".join(words.split()).replace("_", " ") + ")"


PEOPLE: Final = _any(
    "boss(?:es)? owners? managers? landlord landlady smugglers? snakeheads? traffickers? recruiters? brokers?"
    " agents? police"
    " officers? m[ae]n wom[ae]n people person someone somebody nobody gang collectors? customers? employers? supervisor"
    " foreman neighbou?rs? friends? lawyer doctor strangers?"
)
"""Who else may act in a sentence."""
_NEXT = _any(
    r"to\b for\b when with in\b at\b if\b because again and\b into off\b by\b on\b every so\b until away up\b"
    r" out\b over back"
    " here work marry go stay sign pay"
)
"""Words behind "her" that make it whom something is done to, and not whose thing something is."""
_OWN = _any("mother mom mum sisters? brothers? child(?:ren)? son daughter baby face head arms? hands? body")
_MINE: Final[Mapping[str, str]] = {
    "my": rf"me|us|my {_OWN}", "our": "me|us|our", "her": rf"her(?!s?\s+(?!{_NEXT})[a-z])", "his": "him",
    "their": "them", "": "me|us|her|him",
}  # fmt: skip
"""By whose relative it is: whom an act of theirs is against."""
_WHO_DID = _any("boss traffickers? smugglers? snakeheads? recruiters? owner pimp brokers? gang")
_HURT = _any(
    "hit beat hurt slap kick punch chok burn whip rap molest abus assault harm attack threaten intimidat forc"
    " compel coerc"
    " pressur order kidnap lock confin starv exploit traffick trick cheat deceiv lur recruit sell trad pimp kill"
    " murder punish"
    " control stalk us blackmail betray tie imprison enslav"
) + _any("s es d ed ing en ting ping ped led ling ted") + "?"  # fmt: skip
_PLACES = _any(
    "boss owner restaurant massage parlou?r spa salon work job factory brothel smugglers? snakeheads?"
    " traffickers? recruiters?"
    " m[ae]n hotel motel customers? broker agent them"
)
_HERE = r"(?:here|to (?:the )?" + _any(r"u\.?s usa united_states america new_york this_country work") + ")"
_MADE = _any(
    "work sleep sign marry stay serve beg steal do pay lie drink quit leave have see clean cook carry sell give go_with"
    " go_to_work go_back go_out"
)
_LET = _any("leave go out call talk speak see use eat sleep quit stop return come")
_THINGS = _any("pay wages? salary money earnings tips passport papers documents phone id visa cards? savings")
_TOLD = _any("work(?!_hard) obey sleep_with serve marry pay lie sell steal")
_NOT = r"(?:not|n['’]t|never|refus\w+ to)"
_ACTS = (
    rf"(?:{_HURT}|sold|resold|lied to) (?:on )?(?:{{o}})",
    (
        r"(?:will|would|might|may|could|can|to|gonna) (?:\w+ ){{0,2}}(?:find|catch|hunt|come (?:after|for)|get"
        r"|track) (?:{o})"
        r"(?! (?:a|an|work|another|some|the)\b)"
    ),
    (
        r"(?:gave|gives?|giving|hand(?:ed|s|ing)?|turn(?:ed|s)?|deliver(?:ed|s)?|pass(?:ed|es)?) (?:{o})"
        r" ?(?:over|away|in|up|back)?"
        r" (?:to (?!my grand|school)|away|over\b|in\b)"
    ),
    r"(?:gave|give|hand(?:ed)?|turn(?:ed)?) (?:{o}) ?(?:over|away|in)\b",
    (
        r"(?:sent|sends?|brought|brings?|took|takes?|drove|puts?|pushed|left) (?:{o}) ?(?:back )?(?:to|into|in|with|at)"
        rf" (?:\w+ ){{{{0,3}}}}{_PLACES}\b"
    ),
    rf"(?:brought|brings?|took|takes?) (?:{{o}}) ?(?:over )?{_HERE}",
    r"sen[dt]s? (?:{o}) .{{0,30}}\bto (?:work|earn|pay|serve)\b",
    rf"(?:made|makes?|making|had) (?:{{o}}) {_MADE}\b",
    rf"{_NOT} (?:let|allow)(?:ed|s)? (?:{{o}}) (?:to )?{_LET}\b",
    (
        r"(?:took|takes?|taking|keeps?|kept|keeping|holds?|held|stole|steals|confiscat\w+|collect(?:ed|s)|hid)"
        r" (?:all )?(?:of )?"
        rf"(?:{{p}}) (?:\w+ )?{_THINGS}\b"
    ),
    (
        r"(?:got|receiv\w+|took|(?:was|were) paid|accept\w+|collect\w+) .{{0,25}}"
        r"(?:for (?:{o})\b|for selling|from the (?:boss|smugg|snake|traff|recr|own))"
    ),
    rf"(?:works?|worked|working|is|was|are|were) (?:together |in it )?with (?:the |my )?(?:{_WHO_DID}|them)\b",
    rf"help(?:ed|s|ing)? (?:the |my )?{_WHO_DID}\b",
    rf"(?:is|was|are|were) (?:also )?(?:the|a|an|my|one of the|my own) {_WHO_DID}\b(?!['’]s)",
    r"(?:did|done|does) (?:this|it|that|these things|all this) to|(?:is|was|are|were) behind (?:it|this|everything)",
    r"arrang\w+ (?:everything|it all|the job|(?:{p}) (?:trip|travel|job|marriage|work)|for (?:{o}) to (?:work|come))",
    rf"introduc\w+ (?:{{o}}) to (?:the |a )?{_WHO_DID}",
    rf"(?:told|orders?|ordered|instructed|wants?|wanted) (?:{{o}}) to {_TOLD}\b",
    r"(?:married|marry|marries|marrying) (?:{o}) off",
    r"(?:told|orders?|ordered|made|had) (?:{o}) (?:to )?help (?:there|out|in the|at the)",
    r"(?:took|takes?|pulled) (?:{o}) out of (?:the )?school",
    rf"{_NOT} (?:pay|paid|feed|fed) (?:{{o}})\b(?! (?:a visit|back))",
    r"(?:is|was|are|were|gets?|became) (?:very |so |always )?(?:violent|dangerous|abusive|cruel)\b",
    rf"(?:told|lets?|promised) (?:the |my )?{_WHO_DID} .{{{{0,20}}}}(?:keep|have|take|use) (?:{{o}})",
    r"(?:'s|s') (?:doing|fault)\b",
    r"(?:touch|grop|fondl|undress)(?:ed|es|ing)? (?:{o})\b(?! (?:on|by) the (?:shoulder|hand|arm|back))",
    (
        r"(?:got|took|received|accepted|collected) (?:the |their |some |a lot of )?(?:money|cash|dollars)"
        r" from (?:them|him)\b"
    ),
    r"(?:took|pocketed) (?:all )?the money\b(?! (?:to|for|out|back|home|i)\b)",
)
"""Acts against her, behind whoever acts; `o` is whom they are against, `p` whose things are taken."""
_DONE = re.compile(
    "(?:" + _any(
        "sold beaten hit hurt forced threatened raped abused brought sent taken given handed tricked trafficked"
        " recruited locked"
        " controlled exploited kidnapped harmed molested assaulted cheated deceived introduced pressured"
        " punished killed found"
        " caught betrayed used confiscated stolen"
    ) + r"|made to \w+)(?: \w+){0,6} by (?:both |either )?$"
)  # fmt: skip
_FEARS = re.compile(
    "(?:(?:" + _any(
        "afraid scared frightened terrified fearful fear hid(?:e|es|ing)? escap\\w+ r[ua]n(?:ning)?(?:_away)?"
        " fled flee safe"
        " protect\\w*(?:_me|_her|_us)? protection"
    ) + r") (?:of|from)|(?:nightmares?|bad dreams?) (?:of|about|because of)|(?<!no )\bfear(?:s|ed|ing)?|dread(?:s|ed)?)"
    r" (?:also |both |only |mostly |even )?$"
)  # fmt: skip
_NOT_FEARED = re.compile(
    r"\s+" + _any(
        r"is are was were will would may might can could gets? has have had does do did not never in\b(?!_law)"
        r" \w+ing\b know\w*"
    ) + r"|'(?!s (?:anger|temper|violence|revenge|punish|fist|threat))"
)  # fmt: skip
"""Behind whom a fear is for them, or of what happens to them ("afraid of my mother dying")."""
_TO_THEM = re.compile(
    r"(?:sold|handed over|delivered|sell)(?: me| us| her| him)?(?: back)? to $|(?:had|forced|made|has) to work"
    r" (?:for|at|in) $"
)
_IS = r"(?:is|was|are|were|turned out to be) (?:also |actually |really |in fact )?$"
_DID_IS = re.compile(rf"\b{_WHO_DID}(?:,? (?:who|that|himself|herself))? {_IS}")
_WHO_IS = re.compile(rf"\b(?:{PEOPLE}|ones?|guys?|those|traffickers?) (?:who|that) (?P<did>[^,]*) {_IS}")
_ONE_IS = re.compile(rf"^\W*(?:and |but )?(?:he|she|they|it) {_IS}")
_NOT_THEMSELVES = re.compile(r"['’]|\s+(?:friends?|boss|partners?)\b")
"""Behind whom somebody else is meant: "my uncle's friend"."""
_WHAT = re.compile(r"\bwhat $")
_POSSESSOR = re.compile(
    r"(?<![a-z'])(?:(my|our|her|his|their|the|a|an|[a-z]+'s)\s+)?"
    r"(?:(?:own|older|elder|younger|big|little|biological|real|late|maternal|paternal|second|new|ex|ex-"
    r"|former)\s+){0,2}$"
)
_DENIED = re.compile(r"(?:\b(?:never|not|no one|nobody|without)|n't)\W+(?:\w+\W+){0,2}$")
_SOMEBODYS = re.compile(
    r"famil|wi[fv]e|husband|sons?$|daughter|brother|sister|parents|grand|household|partner|girl|boy"
)
"""Kin that "the" makes somebody else's: "the family I worked for", "the wife"."""
_WHILE_I = re.compile(r"\b(?:when|because|if|after|before|whenever|as|once) (?:i|we) [^,]{0,40},")
_AND_THE = re.compile(rf"^\W*(?:and|or) (?:the |my |his |her )?{PEOPLE}\b")
_SAYS_THAT = re.compile(r"\b(?:that|says?|said|thinks?|knows?|knew|heard|believes?|told (?:me|us|her))\s+[A-Z][a-z]+")
_WAS = re.compile(r"\b(?:was|were|been|being|got|is|are|be|gets?)\s+(?:\w+ly\s+)?$")
_ACTIVE = re.compile(r"\w+ing|(?:is|was|are|were|will|would)\b")
_BY_DENYING = re.compile(r"not|n'|never|refus")


def acts_in_english(written: str, kin: Found, start: int) -> bool:
    """Say whether a sentence tells so of somebody of the family; it begins at `start` in the text of `kin`."""
    sentence = written.lower()
    before, after = sentence[: kin.start - start], sentence[kin.end - start :]
    found = _POSSESSOR.search(before)
    whose, ahead = (found[1] or "", before[: found.start()]) if found else ("", before)
    if "'" in whose or (whose in {"the", "a", "an"} and _SOMEBODYS.search(kin.said)):
        return False
    whose = "" if whose in {"the", "a", "an"} else whose
    if not whose and re.search(rf"\b(?:{PEOPLE}|he|she|they) (?:and|or) $", ahead):
        return False
    own = whose in {"my", "our", ""} or not re.search(r"\b(?:i|me|my|we|us)\b", sentence)
    against = own and (_done_by(ahead, after) or _feared(ahead, after) or _was_who_did(ahead, after))
    return against or _acts_after(written[kin.end - start :], kin, whose)


def goes_on_in_english(sentence: str, kin: Found) -> bool:
    """Say whether a sentence goes on about whoever stood in the one before, and tells: "She handed me over"."""
    pronoun = kin.gender or "he|she|they"
    found = re.match(rf"(?i)\W*(?:and |then |later |it was |so |after that |one day )*(?:{pronoun})\b", sentence)
    whose = "my" if re.search(r"(?i)\b(?:i|me|my)\b", sentence) else ""
    return found is not None and _acts_after(sentence[found.end() :], kin, whose)


def is_who_in_english(sentence: str, kin: Found, start: int, before: str) -> bool:
    """Say whether a sentence says who somebody is that the one before tells of: "She sold me. She is my mother."."""
    ahead = _POSSESSOR.sub("", sentence.lower()[: kin.start - start])
    ends = not sentence[kin.end - start :].strip(" ,)\"'")
    return ends and _ONE_IS.search(ahead) is not None and goes_on_in_english(before.strip(), kin)


def _was_who_did(ahead: str, after: str) -> bool:
    """Say whether the relative is who did it, said the other way round: "The man who beat me is my father"."""
    if _NOT_THEMSELVES.match(after):
        return False
    who = _WHO_IS.search(ahead)
    acts = (act.search(who["did"]) for act in _against("my")) if who else ()
    did = any(act and not _DENIED.search(act.string[: act.start()]) for act in acts)
    return did or _DID_IS.search(ahead) is not None


def _done_by(ahead: str, after: str) -> bool:
    """Say whether something was done by, or what stands ahead hands her to, the relative."""
    done = _DONE.search(ahead)
    if done:
        return not _DENIED.search(ahead[: done.start()])
    return bool(_TO_THEM.search(ahead) or (_WHAT.search(ahead) and re.match(r" (?:did|has done)\b", after)))


def _feared(ahead: str, after: str) -> bool:
    fears = _FEARS.search(ahead)
    if fears is None or _NOT_FEARED.match(after):
        return False
    return fears[0].startswith(("safe", "protect")) or not _DENIED.search(ahead[: fears.start()])


def _acts_after(written: str, kin: Found, whose: str) -> bool:
    """Say whether what stands behind a word of kin, or a pronoun for it, is an act of theirs against her."""
    after = written.lower()
    return any(_is_theirs(found, written, kin) for act in _against(whose) for found in act.finditer(after))


def _is_theirs(act: re.Match[str], written: str, kin: Found) -> bool:
    """Say whether nobody else comes between, and it is neither denied nor done to them."""
    gap = _AND_THE.sub(" ", _WHILE_I.sub(" ", written[: act.start()].lower()))
    others = "".join(f"|{one}" for one in ("he", "she", "they") if kin.gender and one != kin.gender)
    somebody = re.search(rf"\b(?:{PEOPLE}|i|we|it|you{others})\b|,\s*(?:but|while)\b", gap)
    passive = _WAS.search(gap) and not _ACTIVE.match(act[0])
    denied = _DENIED.search(gap) and not _BY_DENYING.match(act[0])
    return not (somebody or passive or denied or _SAYS_THAT.search(written[: act.start()]))


@cache
def _against(whose: str) -> tuple[re.Pattern[str], ...]:
    """Return the acts against whoever the relative belongs to."""
    things = {"my": "my|our", "our": "my|our", "": "my|our|her|his"}.get(whose, whose)
    return tuple(re.compile(rf"(?<![a-z])(?:{act.format(o=_MINE[whose], p=things)})") for act in _ACTS)
