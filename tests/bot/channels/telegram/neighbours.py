"""Neighbours whose forms are filled in already, for tests of what happens after that."""

from api.addresses import service as addresses
from api.groups import service as groups
from api.groups.schemas import Joining
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.vocabulary import ABLE_ACCOMMODATIONS, Accommodation, Channel, Leaf, Need, Urgency
from tests.joining import HERE

MEI = RequestIn(
    needs=[Leaf.GROCERIES, Leaf.MEDICINE],
    urgency=Urgency.TODAY,
    place=Place(latitude=HERE[0], longitude=HERE[1]),
    accommodations=[Accommodation.RING_LONG],
    name="Mei",
    phone="+8613800138000",
    details={"door": "Door 4"},
)


async def enrol(district, group_id, somebody, name):
    """A volunteer of a group who can do everything, and has been told so."""
    code = await district.invite(group_id)
    joining = Joining(
        name=name,
        services=[need for need in Need if need is not Need.OTHER],
        how=["in_person"],
        languages=["en"],
        able=sorted(ABLE_ACCOMMODATIONS),
        hours=["any_time"],
    )

    def unit(conn):
        here = _known(conn, district, somebody)
        told = {"address_id": here.id, "now": district.now()}
        groups.enrol(conn, here.person_id, code, joining, **told)

    await district.write(unit)
    await somebody.reads_until("You are a volunteer")


async def ask(district, somebody):
    """A resident with a request, who has its receipt."""

    def unit(conn):
        here = _known(conn, district, somebody)
        told = {"address_id": here.id, "now": district.now()}
        requests.create(conn, MEI, resident_id=here.person_id, **told)

    await district.write(unit)
    await somebody.reads_until("We have your request")


def _known(conn, district, somebody):
    """Their address, where they have written, and that they speak English."""
    here = people.address_for(conn, Channel.TELEGRAM, str(somebody.id), now=district.now())
    people.set_language(conn, here.person_id, "en")
    addresses.hear(conn, here.id, now=district.now())  # who is on Telegram wrote first
    return here
