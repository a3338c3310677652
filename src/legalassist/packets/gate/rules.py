"""All rules of the gate, as a list, in the order of law/packet.md, section 3; how each comes about stands beside it."""

from legalassist.packets.build import PacketState
from legalassist.packets.gate import application, pieces
from legalassist.packets.gate.rule import Rule

SIGNING, MAILING = PacketState.FOR_SIGNATURE, PacketState.AS_MAILED

RULES: tuple[Rule, ...] = (
    Rule(
        "part-4-waiver", "Whoever has a yes in Part 4 has a Form I-192 in the packet.", "3.1", ("PR-10", "PR-11"),
        "answer whether a waiver is asked for, or override with the reason why none is needed",
        SIGNING, application.part_4_waiver,
    ),
    Rule(
        "part-4-security", "A yes to Items 3 to 8 or 10 to 14 of Part 4 was looked at by an attorney: the T waiver "
        "never reaches a security ground.", "3.2", ("EL-16",),
        "an attorney reviews the answer, and overrides with what came of it",
        SIGNING, application.part_4_security,
    ),
    Rule(
        "report-or-exemption", "What happened was reported, or an exemption is ticked.", "3.3", ("LE-05",),
        "answer the questions on reporting, or let the attorney decide Part 3, Items 2.B and 6",
        SIGNING, application.report_or_exemption, whole=True,
    ),
    Rule(
        "exemption-evidence", "An exemption that is ticked has a paper or a paragraph of the statement that speaks to "
        "it.", "3.3", ("EV-01", "EV-08", "EV-09"), "tag a paragraph of the statement, or a paper, with it",
        SIGNING, application.exemption_evidence, whole=True,
    ),
    Rule(
        "statement-there", "The client's own statement is in the packet.", "3.4", ("EV-02", "EV-03"),
        "write down the statement: 'legalassist declaration add CASE'",
        SIGNING, application.statement_there, whole=True,
    ),
    Rule(
        "in-english", "What is not in English has its translation and the translator's certificate behind it.", "3.5",
        ("PB-07",), "add both: 'legalassist case exhibit add'; have the paragraphs translated",
        SIGNING, application.in_english,
    ),
    Rule(
        "helpers-apart", "Whoever translates the statement or reads papers back is not the client, and nobody of the "
        "case.", "", (), "choose somebody else, or override where it is another person of that name, and say so",
        SIGNING, application.helpers_apart,
    ),
    Rule(
        "relative-signs", "Of every family member with a Supplement A it is known whether that person is in the "
        "United States, and signs.", "3.6", ("PR-09",), "ask where the family member is",
        SIGNING, application.relative_signs,
    ),
    Rule(
        "family-classes", "Every family member who applies comes under a class, by the ages at the filing.", "3.7",
        ("FM-02", "FM-09"), "look at the family in the memo; take the person out, or override with the reason",
        SIGNING, application.family_classes,
    ),
    Rule(
        "owed-answers", "No answer that the packet needs is missing.", "3.8", ("PR-08",),
        "'legalassist assess CASE' says who owes what", SIGNING, application.owed, whole=True,
    ),
    Rule(
        "undecided-items", "Every Item that an attorney decides is decided, on the answers as they stand.", "3.8",
        ("PR-08",), "'legalassist decide CASE'", SIGNING, application.undecided_items,
    ),
    Rule(
        "no-gaps", "No piece prints a gap.", "3.8", ("PR-08",),
        "answer what is named; what of a confidential address is printed: 'legalassist decide CASE'",
        SIGNING, pieces.gaps,
    ),
    Rule(
        "papers", "Every paper of this packet is at hand, and its file in the case.", "1", (),
        "add the file: 'legalassist case exhibit add'; or take the paper off the list",
        SIGNING, application.papers,
    ),
    Rule(
        "asked-papers", "An answer to a letter holds at least one paper that answers it.", "",
        ("PR-31",), "mark the papers (page 'exhibits'), and add their files: 'legalassist case exhibit add'",
        SIGNING, pieces.asked_papers,
    ),
    Rule(
        "undecided-pieces", "Of every piece it is decided whether it belongs into the packet.", "3.8", ("PR-08",),
        "answer what is named behind it", SIGNING, pieces.undecided_pieces,
    ),
    Rule(
        "forms-filled", "Official forms are filled, not answer sheets.", "1", ("PR-01",),
        "add the blank: 'legalassist form add', or bind the filled form: 'legalassist packet bind'",
        SIGNING, pieces.forms_filled,
    ),
    Rule(
        "approved-words", "Every translated text that a piece prints is approved by the clinic; else its page is "
        "banded.", "", (), "approve the translation: 'legalassist translate approve'",
        SIGNING, pieces.approved_words, overridable=False,
    ),
    Rule(
        "read-back", "What is signed was read back to whoever signs it, and is unchanged since.", "2",
        ("PB-05", "PB-11"), "read it back, and record it: 'legalassist read-back CASE'", SIGNING, pieces.read_back,
    ),
    Rule(
        "relay", "Of what two interpreters read one after the other, an attorney has decided who certifies it.", "",
        (), "look at the certificate, a draft with both, and at Part 7 of the forms; override with who certifies",
        SIGNING, pieces.relay,
    ),
    Rule(
        "edited-source", "No piece was edited from a rendering that has changed since.", "3.10", (),
        "bring the changes into the file, and bind it with --base-changed",
        SIGNING, pieces.edited_source, overridable=False,
    ),
    Rule(
        "known-blanks", "Forms are on the known blank of the edition last seen.", "3.9", ("PR-01",),
        "add the current blank, or 'legalassist form allow'", MAILING, pieces.known_blanks,
    ),
    Rule(
        "looked-up", "Editions, fee and lockbox were looked up by a person on the day of the mailing.", "3.9",
        ("PR-01", "PR-02", "PR-06"), "note it on the page 'after' of the interview",
        MAILING, application.looked_up,
    ),
    Rule(
        "signed-pieces", "Every piece that somebody signs has its signed pages bound in.", "2, 3.4",
        ("PB-01", "PB-02", "PB-10", "PR-09"), "scan them: 'legalassist packet build --as-mailed --signed PIECE=FILE'",
        MAILING, pieces.signed_pieces,
    ),
    Rule(
        "signed-as-printed", "What was signed is what is bound: the piece is unchanged since it was printed.", "3.4",
        ("PB-02",), "print the piece again, and have it signed again",
        MAILING, pieces.signed_as_printed, overridable=False,
    ),
)  # fmt: skip
"""Rules 10 to 12 of section 3 are held by how the packet is made (docs/the-gate.md), and have no line here."""

BY_ID = {one.id: one for one in RULES}
