"""Steps of requests across languages, and of those that several groups share."""

from api.vocabulary import LEAVES, Leaf
from tests.asking import ask_for
from tests.journeys.steps import step


@step(r"(\w+) asks in Chinese for (\w+) today")
async def _in_chinese(world, name, leaf):
    await ask_for(world, name, leaf, "today", said={"language": ["zh-Hans"]})


@step(r"(\w+) asks for (\w+) and (\w+) together today")
async def _together(world, name, one, other):
    needs = [need for need, leaves in LEAVES.items() if {Leaf(one), Leaf(other)} & set(leaves)]
    said = {f"{need}_need": sorted({one, other} & set(LEAVES[need])) for need in needs}
    await ask_for(world, name, one, "today", said={"need": needs, **said})
