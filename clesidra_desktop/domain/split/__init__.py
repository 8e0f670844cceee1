"""The split of attendants into breakout groups, one for each sector.

Imbalance counts avoidable pairs (see `problem`): 0 proves that every value is spread as evenly as it can be, all at
once. Hard rules come first, then protected attributes, then the others with earlier rounds and wishes. Rules that
contradict one another are refused by name. Nothing depends on the clock, on the order of the list or on how a value is
spelt: the same people, rules and seed give the same groups on every computer.
"""

from clesidra_desktop.domain.split.causes import MOVED, causes
from clesidra_desktop.domain.split.contradictions import refuse_contradictions
from clesidra_desktop.domain.split.deals import CURVE, moves_of, seat_newcomers, split_now, split_workshop, wish_curve
from clesidra_desktop.domain.split.edits import among_sectors, moved, with_locks, with_members, without_seats
from clesidra_desktop.domain.split.evening import Harm, Move, NearSwap, Offer, WhyHere, even_out, why_here
from clesidra_desktop.domain.split.fairness import Fairness, FairnessRow, fairness, sentences
from clesidra_desktop.domain.split.problem import seats_of
from clesidra_desktop.domain.split.result import Rule, Split, SplitGroup, Violation
from clesidra_desktop.domain.split.sentences import Sentence
from clesidra_desktop.domain.split.solve import Progress
from clesidra_desktop.domain.split.values import CROSS, CROSSED, USUAL

__all__ = [
    "CROSS",
    "CROSSED",
    "CURVE",
    "MOVED",
    "USUAL",
    "Fairness",
    "FairnessRow",
    "Harm",
    "Move",
    "NearSwap",
    "Offer",
    "Progress",
    "Rule",
    "Sentence",
    "Split",
    "SplitGroup",
    "Violation",
    "WhyHere",
    "among_sectors",
    "causes",
    "even_out",
    "fairness",
    "moved",
    "moves_of",
    "refuse_contradictions",
    "seat_newcomers",
    "seats_of",
    "sentences",
    "split_now",
    "split_workshop",
    "why_here",
    "wish_curve",
    "with_locks",
    "with_members",
    "without_seats",
]
