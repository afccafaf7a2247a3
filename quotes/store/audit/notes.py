"""How an audit counts, and what it cannot know, in sentences for those who read it."""

from __future__ import annotations

_ALWAYS = (
    "Counted are quotes, as often as they were published; what was not found is in no count.",
    "The interval follows from the confidences, as if quotes were right or wrong independently of "
    "each other; a quote that somebody has checked is certain. It does not say how often the value "
    "itself is wrong.",
)

_OF: dict[str, tuple[str, ...]] = {
    "type": (
        "A person has a name; unnamed are single people without one, groups are crowds and "
        '"officials"; "unknown" is what the article gives to nobody who could be told.',
    ),
    "gender": (
        "Gender is what the registry says, or else what articles and names tell: pronouns, titles, "
        "roles and given names. A given name is a guess about names and not about persons, and how "
        "people see themselves is not known.",
        '"unknown" is whoever none of these tells of, or of whom they say different things.',
        "Bodies, groups, documents and quotes of nobody have no gender and are left out.",
    ),
    "country": (
        "The country is the one for which somebody speaks, as the article's affiliation, the "
        "registry's offices or the name of a body tell, and not a citizenship.",
    ),
    "office": (
        "Offices are those of the registry on the day of the article; it knows heads of state and "
        "government, ministers, spokespeople and few others.",
    ),
    "role": ("The role is what the article calls the speaker.",),
    "affiliation": ("The affiliation is the country or body in the role of the article.",),
}


def notes_on(by: str) -> tuple[str, ...]:
    """The sentences that go with an audit by this: how it was counted, and what cannot be known."""
    return (*_OF[by], *_ALWAYS)
