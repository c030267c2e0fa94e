"""A forecast in the words that a reader sees."""

from collections.abc import Iterator

from sayso.relate.register import Forecast

NOTE = "What became of it is for a person to say."
SCALES = {"icd203": "ICD 203", "perceptions": "perceptions poll", "stated": "the speaker’s number"}


def described(forecast: Forecast) -> Iterator[str]:
    """A forecast in lines for a person: who says it, how its day was computed, on what it hangs, how probable it is said to be."""
    yield f"On the word of: {forecast.claimant or forecast.source or 'the outlet'}"
    if computed := computation(forecast):
        yield f"Deadline: {computed}"
    for condition in forecast.conditions:
        yield f"Condition: {condition}"
    if chance := chances(forecast):
        yield f"Said as: {chance}"
    if forecast.flags:
        yield f"Flags: {', '.join(forecast.flags)}"
    where = ", ".join(each for each in (forecast.outlet, forecast.title, (forecast.published_at or "")[:10]) if each)
    yield f"In: {where or forecast.external_id or forecast.document}"
    yield f"What became of it: {became(forecast)}" if forecast.outcome else NOTE


def became(forecast: Forecast) -> str:
    """What a person says became of it, and by what evidence."""
    if not forecast.outcome:
        return ""
    evidence = f" ({', '.join(forecast.evidence)})" if forecast.evidence else ""
    return f"{forecast.outcome.replace('-', ' ')}, as {forecast.decided_by} judges{evidence}"


def computation(forecast: Forecast) -> str:
    """How the last day was computed: the words, their bound, and what they were counted from."""
    if forecast.due_words is None:
        return ""
    published = f"publication on {(forecast.published_at or '')[:10]}"
    anchor = published if forecast.anchor == "published_at" else f"“{forecast.anchor}”" if forecast.anchor else ""
    return (
        f"“{forecast.due_words}”"
        + (f", counted from {anchor}" if anchor else "")
        + (", vague" if forecast.vague else "")
    )


def chances(forecast: Forecast) -> str:
    """The words of probability, with the interval in percent that a scale gives them."""
    words = ", ".join(f"“{word}”" for word in forecast.probability_words)
    if forecast.probability is None:
        return words
    low, high = (f"{100 * each:.0f}" for each in forecast.probability)
    interval = f"{low} %" if low == high else f"{low}–{high} %"
    return f"{words} ({interval}, {SCALES.get(forecast.scale or '', forecast.scale)})"
