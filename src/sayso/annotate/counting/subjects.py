"""What became of those counted, told behind the number: it is the subject ("20 people were killed", "twelve died", "30 dead").

A scan to the right over what hangs on the noun, up to the first predicate of its clause. A bare participle counts as passive
where no noun phrase follows it ("seven killed in a crash"), else its subject is the agent ("two gunmen killed five").
"""

from collections.abc import Mapping

from sayso.annotate.counting.counted import Counted
from sayso.annotate.counting.persons import Kind
from sayso.annotate.counting.roles import grammar, has_object, is_participle, may_be_said, role_words, verb_role
from sayso.annotate.counting.words import Line
from sayso.model.world import Role

REACH = 24  # tokens behind the noun in which its predicate begins; of 185 in 42,000 sentences of news the farthest stood 16 behind
PARENTHESIS = 16  # tokens between two commas: ", including three children and a nurse from the next village,"
JOINED = 4  # tokens of "and later were killed"
RELATIVE = frozenset({"who", "that", "which"})
SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you"})  # "relatives he fled with"
SINGULAR = frozenset({"was", "is", "has"})
HAVING = frozenset({"has", "have", "had", "having"})
OF_THE_LIVING = frozenset({"dead", "death", "deaths", "killed", "drowned", "lives", "life", "died"})
STILL = frozenset({"still", "being"})  # "ten are still held", not "ten were held on Monday"
FATALLY = frozenset({"fatally", "mortally"})
PATIENTS = frozenset({"patients", "patient"})
JOINTS = frozenset({"and", "or", "&"})
OPENING, CLOSING = frozenset({",", "(", "–", "—"}), frozenset({",", ")", "–", "—"})
INSIDE = frozenset({"“", "”", '"', "’", "‘", "'", "&", "-"})
GOES_ON = frozenset({"has", "have", "had", "may", "could"})
LISTING = frozenset({",", "and", "or"})
BEFORE_A_CLAUSE = frozenset({",", "and", "with", "left", "leaving"})

Told = tuple[Role, int]  # a role, and the place behind the words that tell it


def role_behind(line: Line, first: int, counted: Counted, ends: Mapping[int, int]) -> Role | None:
    """What a predicate behind a number (its first token) tells of those counted.

    `ends` has for the first token of each amount of the line the place behind what it counts.
    """
    return _Scan(line, first, counted, ends).role()


class _Scan:
    """One scan: where it is, and what it has passed."""

    def __init__(self, line: Line, first: int, counted: Counted, ends: Mapping[int, int]) -> None:
        self.line, self.first, self.counted, self.ends = line, first, counted, ends
        self.place = self.start = counted.end
        self.passive = self.auxiliary = False
        self.direct = True  # nothing but auxiliaries and adverbs since the noun
        self.waiting: Role | None = None  # what a participle in -ing told: "10 people fleeing the town drowned"

    def role(self) -> Role | None:
        """The role that the first predicate tells, or None."""
        limit = self.place + REACH
        while self.place < limit:
            low = self.line.low(self.place)
            if low in FATALLY and self.direct:
                return Role.KILLED
            told = self._told(low)
            if told is not None and (self.passive or not low.endswith("ing")):
                return self._with_what_follows(told)
            if told is not None:
                self.waiting, self.place = told
            elif not self._passes():
                break
        return self.waiting

    def _told(self, low: str) -> Told | None:
        """The role that the words at this place tell, and the place behind them."""
        known, after = role_words(), self.place + 1
        phrase = known.phrases.starting(self.line, self.place)
        if phrase is not None and self._is_said_of_subject(low, phrase[0]) and self._suits(*phrase, low):
            return phrase[1], phrase[0]
        if low in known.states and (self.direct or self._is_predicated()) and (self.passive or not self._meets(after)):
            return self._said(known.states[low], low)
        if low in known.goes and (self.passive or low not in known.verbs or not self._meets(after)):
            return self._said(known.goes[low], low)
        role = verb_role(low)
        return self._said(role, low) if role is not None and self._is_suffered(low) else None

    def _is_suffered(self, low: str) -> bool:
        """Whether a verb's participle is passive here: behind "were", or bare with no object."""
        if not is_participle(low) or low == "lost" or self.line.low(self.place - 1) == "to":
            return False
        if low == "shot" and not self.passive and not self._opens():
            return False
        return self._is_predicated() or not (self.auxiliary or self._meets(self.place + 1))

    def _meets(self, place: int) -> bool:
        return has_object(self.line, place)

    def _is_predicated(self) -> bool:
        """Whether a participle or state stands behind "were" with nothing but adverbs or another predicate between."""
        low, known = self.line.low(self.place - 1), grammar()
        near = low in known.be or low in known.auxiliaries or low in known.reported or low in JOINTS or low == "not"
        told = low in role_words().states or low in role_words().verbs
        return self.passive and (near or told or low.endswith("ly"))

    def _opens(self) -> bool:
        """Whether the number begins a clause: "one shot in Kesh", not "you only have one shot"."""
        begins = self.line.opens(self.first) or self.line.low(self.first - 1) in BEFORE_A_CLAUSE
        return begins or self.counted.kind is Kind.PERSON

    def _said(self, role: Role, low: str) -> Told | None:
        """The role, if the word may be said of what is counted; a weak one of a bare number only in the passive."""
        bare = self.counted.kind is Kind.NOTHING and low in role_words().weak and low != "shot"
        held = low == "held" and self.line.low(self.place - 1) not in STILL
        if bare and (not self.passive or held):
            return None
        return (role, self.place + 1) if may_be_said(low, self.counted.kind) else None

    def _suits(self, end: int, role: Role, low: str) -> bool:
        """Whether a phrase may be said of what is counted; patients are in hospital without an injury."""
        kind = self.counted.kind
        if kind is Kind.THING or (kind is Kind.UNKNOWN and self.line.low(end - 1) not in OF_THE_LIVING):
            return False
        ill = not grammar().illness.isdisjoint(self.line.lows(self.place - REACH, self.place + REACH))
        patients = self.line.low(self.counted.last - 1) in PATIENTS
        return role is not Role.INJURED or not (patients or (ill and low in {"in", "to"}))

    def _is_said_of_subject(self, low: str, end: int) -> bool:
        """Whether a phrase with a transitive verb is in the passive here: "were shot dead", not "shot dead five farmers"."""
        active = verb_role(low) is not None or low in grammar().taking
        return self.passive or not active or not has_object(self.line, end)

    def _passes(self) -> bool:
        """Step over the token at this place; False where nothing behind it belongs to the number."""
        if self.line.at(self.place).kind == "p":
            return self._passes_mark()
        if self.place in self.ends:
            return self._passes_number()
        return self._passes_word(self.line.low(self.place))

    def _passes_word(self, low: str) -> bool:
        known = grammar()
        if low in SINGULAR and not self._may_be_one():
            return False
        if low in known.be:
            self.passive = True
        elif low in RELATIVE:
            self.passive, self.direct, self.start = False, True, -1
        elif low in known.reported:
            if not self.passive and self.place != self.start:
                return False
        elif low in known.auxiliaries or low.endswith("ly"):
            self.auxiliary |= low in HAVING
        elif self._ends_at(low):
            return False
        elif low not in JOINTS:
            self.direct = False
        self.place += 1
        return True

    def _ends_at(self, low: str) -> bool:
        """Whether another clause or another verb begins."""
        known = grammar()
        ends = low in known.ends or low in known.finite or low in SUBJECTS
        return ends or (verb_role(low) is not None and not self.passive)

    def _may_be_one(self) -> bool:
        """Whether a singular verb may follow: behind one, in a relative clause, and behind "a group of 12"."""
        relative = self.line.low(self.place - 1) in RELATIVE
        return (
            self.line.low(self.first) in {"one", "1"} or relative or "of" in self.line.lows(self.first - 2, self.first)
        )

    def _passes_number(self) -> bool:
        """Step over another number that the same predicate may follow: "three men and two women were killed"."""
        end = self.ends[self.place]
        listed = self.line.low(self.place - 1) in {*JOINTS, ","}
        if listed and end == self.place + 1:  # without a noun it begins a clause of its own
            return False
        self.place = max(end, self.place + 1)
        return True

    def _passes_mark(self) -> bool:
        """Step over a comma that opens a parenthesis or goes on with a list; any other mark ends the clause."""
        mark = self.line.low(self.place)
        if mark in INSIDE:
            self.place += 1
            return True
        if mark not in OPENING:
            return False
        behind = self.place + 1 + (self.line.low(self.place + 1) in JOINTS)
        if behind in self.ends and self.line.low(self.ends[behind]) in LISTING:
            self.place = self.ends[behind]
            return True
        return self._passes_parenthesis()

    def _passes_parenthesis(self) -> bool:
        """Go on behind the closing mark, where a predicate or the next of a list begins there."""
        for place in range(self.place + 1, self.place + PARENTHESIS):
            if self.line.low(place) not in CLOSING:
                continue
            after = self.line.low(place + 1)
            predicate = after in grammar().be or after in role_words().goes or after in GOES_ON
            if predicate or self.line.low(self.ends.get(place + 1, -1)) in LISTING:
                self.place = place + 1
                return True
        return False

    def _with_what_follows(self, told: Told) -> Role | None:
        """The role, unless a second predicate says more ("captured and killed") or leaves it open ("killed or wounded")."""
        role, place = told
        joint = self.line.low(place)
        if joint not in {"and", "or", "then"}:
            return role
        known = role_words()
        for low in self.line.lows(place + 1, place + 1 + JOINED):
            other = known.verbs.get(low) or known.goes.get(low) or known.states.get(low)
            if other is not None and not low.endswith("ing"):
                return _of_both(role, other, either=joint == "or")
            if low not in grammar().be and low not in grammar().auxiliaries and not low.endswith("ly"):
                break
        return role


def _of_both(role: Role, other: Role, *, either: bool) -> Role | None:
    """The role of those of whom two are told: death is the last of them; of either nothing is known."""
    if either:
        return role if other is role else None
    return other if other is Role.KILLED else role
