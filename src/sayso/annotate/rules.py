"""The stages of the rule reader: the named fallback, and the floor that every other reader is measured against."""

from functools import partial

from sayso.annotate.attributions import find_attributions
from sayso.annotate.claimants import find_claimants
from sayso.annotate.claims import find_claims
from sayso.annotate.forecasts import find_forecasts
from sayso.annotate.framing import find_framing
from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.places import find_places
from sayso.annotate.quantities import find_quantities
from sayso.annotate.quotations import find_quotations
from sayso.annotate.read import Stages
from sayso.annotate.sentences import find_sentences
from sayso.annotate.sourcing.flags import flag_claims
from sayso.annotate.times import find_times
from sayso.annotate.wording.packs import NONE, Packs
from sayso.model.provenance import Provenance
from sayso.ports.gazetteer import Gazetteer


def rule_stages(
    *, version: str, reader: str, gazetteer: Gazetteer, aliases: Aliases = NOBODY, packs: Packs = NONE
) -> Stages:
    """Stages that read by rules and lexicons alone; `reader` is the digest that signs them and goes into claims' ids.

    `aliases` are names that are one for the user, `packs` the contested terms that are looked for.
    """
    stages = {
        "sentences": find_sentences,
        "quotations": find_quotations,
        "attributions": find_attributions,
        "claimants": find_claimants,
        "counting": find_quantities,  # under `quantities` whoever reads a Reading expects ids
        "times": find_times,
        "claims": find_claims,
        "forecasts": find_forecasts,
        "flags": flag_claims,
        "framing": find_framing,
    }
    return Stages(
        sentences=find_sentences,
        quotations=find_quotations,
        attributions=find_attributions,
        claimants=partial(find_claimants, aliases=aliases),
        quantities=find_quantities,
        times=find_times,
        places=partial(find_places, gazetteer=gazetteer),
        claims=partial(find_claims, reader=reader),
        forecasts=find_forecasts,
        flags=flag_claims,
        framing=partial(find_framing, packs=packs),
        made_by=Provenance(
            sayso=version,
            reader=reader,
            stages={name: f"{stage.__name__}@{version}" for name, stage in stages.items()}
            | {"places": f"{gazetteer.name}@{version}"},
        ),
    )
