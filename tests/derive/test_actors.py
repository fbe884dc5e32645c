"""Who acts, under which names."""

from __future__ import annotations

import pytest

from briefing.derive.candidates import Actor
from briefing.derive.layers import Kind
from tests.derive.conftest import Derive


def actors(derive: Derive, text: str) -> dict[str, Actor]:
    return dict(derive(text).cast.actors)


def test_a_surname_a_title_and_a_full_name_are_one_person(derive: Derive) -> None:
    text = "Maria Lopez, head of the union, spoke first. Ms. Lopez left early. Lopez said nothing more about it."
    found = actors(derive, text)
    assert list(found) == ["lopez"]
    assert found["lopez"].name == "Maria Lopez"
    assert found["lopez"].role == "head of the union"
    assert {"Lopez", "Ms. Lopez"} <= set(found["lopez"].aka)


def test_an_acronym_and_a_head_noun_stand_for_the_organisation(derive: Derive) -> None:
    text = (
        "The Northern Observatory for Human Rights (NOHR) reported deaths. NOHR said so. The Observatory counts daily."
    )
    (found,) = actors(derive, text).values()
    assert found.name == "Northern Observatory for Human Rights"
    assert {"NOHR", "Observatory"} <= {form.removeprefix("the ") for form in found.aka}


def test_a_capital_and_a_seat_are_the_state_but_not_where_they_are_places(derive: Derive) -> None:
    found = actors(derive, "Moscow has rejected the plan, and the Kremlin denied everything. Shops in Vienna closed.")
    assert list(found) == ["russia"]
    assert set(found["russia"].aka) == {"Moscow", "the Kremlin"}


def test_a_people_with_its_forces_is_the_state_and_an_adjective_is_nobody(derive: Derive) -> None:
    assert list(actors(derive, "Turkish forces crossed the border near a Polish lorry.")) == ["turkey"]


def test_backed_groups_in_lower_case_are_actors_and_their_backer_is_a_relation(derive: Derive) -> None:
    draft = derive("Turkey sent aid. Turkish-backed rebels took the town.")
    assert "turkish-backed-rebels" in draft.cast.actors
    assert [(one.start, one.end, one.text) for one in draft.relations] == [("turkey", "turkish-backed-rebels", "backs")]


@pytest.mark.parametrize(
    "text",
    [
        "Traffic stopped on the M5 near Leeds on Monday.",
        "The final of the World Cup was held in the Fisht Stadium.",
        "A billboard showing Ana Silva stands beside a flag in the square.",
        "The show was held at the Harbor Exhibition Center on Friday.",
        "The Voyager 3 probe landed, and the Kestrel 4.1 browser runs on it.",
        "It was chased by a BMW and a blue Audi.",
        "Shops closed in Lesotho and Mozambique.",
        "This website uses cookies of Example Media Group. Accept",
    ],
)
def test_roads_events_places_captions_and_banners_give_no_actor(derive: Derive, text: str) -> None:
    assert actors(derive, f"A headline of the day\n\nThe rain went on.\n\n{text}\n\nIt went on.") == {}


def test_a_headline_in_title_case_names_nobody(derive: Derive) -> None:
    assert actors(derive, "Heavy Rain Stops Morning Trains Again\n\nThe rain went on for hours.") == {}


def test_every_mention_stands_where_its_offsets_say(derive: Derive) -> None:
    text = "Maria Lopez spoke. Lopez left."
    (found,) = actors(derive, text).values()
    assert [text[one.start : one.end] for one in found.mentions] == ["Maria Lopez", "Lopez"]


def test_two_people_of_one_name_get_two_slugs(derive: Derive) -> None:
    assert list(actors(derive, "Ana Silva met Rui Silva. Both spoke.")) == ["silva", "rui-silva"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hopscotch, a start-up from Leeds, has raised money. It was slow.", "Hopscotch"),
        ("The Swiss drugmaker Medivax AG made it.", "Medivax AG"),
        ("Peter van der Berg wrote the letter.", "Peter van der Berg"),
        ("Pieter van Rensburg wrote the letter.", "Pieter van Rensburg"),
        ("She asked Grace Achieng' Odhiambo to help.", "Grace Achieng' Odhiambo"),
        ("He wrote to St Aidan's Hospice.", "St Aidan's Hospice"),
        ("The strike was called by the Mine Workers' Front.", "Mine Workers' Front"),
        (
            "It was told by the Australian Communications and Media Authority.",
            "Australian Communications and Media Authority",
        ),
        ("Save the Children asked for help.", "Save the Children"),
        ("The coast guard said that nobody was hurt.", "coast guard"),
        ("Archaeologists digging in the north have found a tomb.", "Archaeologists"),
        ("The firm, TicketBarn, denied it.", "TicketBarn"),
    ],
)
def test_names_of_many_shapes_are_found_whole(derive: Derive, text: str, name: str) -> None:
    assert name in [actor.name for actor in actors(derive, text).values()]


def test_a_short_name_that_the_text_explains_is_the_long_one(derive: Derive) -> None:
    text = "The National Emergency Office, known as ONEMI, sent help. ONEMI did. The Green Party won. The Greens left."
    found = {actor.name: actor.aka for actor in actors(derive, text).values()}
    assert "ONEMI" in found["National Emergency Office"]
    assert "Greens" in found["Green Party"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Ana Silva, general secretary of the Northern Union (NU), said no.",
            "general secretary of the Northern Union",
        ),
        (
            "Ana Silva, a clockmaker from Porto who has many friends, said no.",
            "clockmaker from Porto who has many friends",
        ),
        ("The minister of transport, Ana Silva, said no.", "minister of transport"),
        ("Ana Silva, who runs the shelter, said no.", "runs the shelter"),
        ("Ana Silva, prosecuting, said no.", "prosecuting"),
        ("Ana Silva (PS), chair of the committee, said no.", "chair of the committee"),
        ("Gov. Ana Silva said no.", "Governor"),
        ("A former nurse has been jailed.\n\nAna Silva, 51, pleaded guilty.", "former nurse"),
        ("The Porto Trust met. Its director, Ana Silva, said no.", "director of the Porto Trust"),
        (
            "The Centre for Family Research met. Ana Silva, the Centre's director, said no.",
            "director of the Centre for Family Research",
        ),
        ("Ana Silva is a former judge.", "former judge"),
        ("Ana Silva, who has not lost since May, said no.", ""),
    ],
)
def test_the_role_is_what_the_text_says_somebody_is(derive: Derive, text: str, role: str) -> None:
    assert actors(derive, text)["silva"].role == role


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A planner with the Harbour Bureau John Miles says that it is late.", "John Miles", Kind.PERSON),
        ("The Defence Minister, Anna Hill, says that it is late.", "Anna Hill", Kind.PERSON),
        ("It was opened by John F Doe in the rain.", "John F Doe", Kind.PERSON),
        ("The call came from the Alliance Against Noise on Friday.", "Alliance Against Noise", Kind.ORGANISATION),
        (
            "The report of the University and Archive Union was read.",
            "University and Archive Union",
            Kind.ORGANISATION,
        ),
        ("Blue Kettle Ferries owner Helen Gill sold it.", "Blue Kettle Ferries", Kind.ORGANISATION),
    ],
)
def test_a_name_is_neither_cut_short_nor_run_into_the_next(derive: Derive, text: str, name: str, kind: Kind) -> None:
    found = {actor.name: actor.kind for actor in actors(derive, f"It rained all day.\n\n{text}").values()}
    assert found[name] is kind


@pytest.mark.parametrize(
    "text",
    [
        "Fires burned around Huskover, Mardle and Kenby all night.",
        "They crossed the Rockies in the snow.",
        "The race starts at 4pm AEST in the rain.",
        "The Labour MP for Northfold was away.",
    ],
)
def test_places_in_a_list_time_zones_and_offices_are_no_actors(derive: Derive, text: str) -> None:
    assert actors(derive, f"It rained all day.\n\n{text}") == {}


def test_an_office_that_a_name_explains_is_no_actor_beside_it(derive: Derive) -> None:
    found = actors(derive, "It rained.\n\nThe Federal Harbour Commissioner, Jane Doe, says that it is late.")
    assert [(one.name, one.role) for one in found.values()] == [("Jane Doe", "Federal Harbour Commissioner")]


def test_somebody_in_an_acting_office_speaks_under_the_own_name(derive: Derive) -> None:
    text = (
        "It rained.\n\nThe acting Harbour Minister, Ken Doe, says it is late. “We shall see what comes of it,” he said."
    )
    assert [one.speaker and one.speaker.slug for one in derive(text).quotations] == ["doe"]


def test_somebody_whose_surname_is_a_city_is_a_person(derive: Derive) -> None:
    text = "Torvik Phoenix and Ann Bell were named best singers.\n\n“I am glad of it all,” Phoenix said on Sunday."
    draft = derive(f"It rained.\n\n{text}")
    assert draft.cast.actors["phoenix"].kind is Kind.PERSON
    assert [one.speaker and one.speaker.slug for one in draft.quotations] == ["phoenix"]


def test_the_verb_before_a_group_is_no_part_of_its_name(derive: Derive) -> None:
    found = actors(derive, "It rained.\n\nThey had to evacuate residents of the valley. The residents were angry.")
    assert [one.name for one in found.values()] == ["residents"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Acme's Jane Doe said that it was late.", "Acme"),
        ("The union's Jane Doe said that it was late.", "union"),
        ("Jane Doe, the office reported, was late.", ""),
        (
            "It was late, said Jane Doe, a senior associate scientist with the Centre for Lake and Marsh Research in "
            "the north of the old country and a professor of biodiversity and human development at the university.",
            "senior associate scientist with the Centre for Lake and Marsh Research in the north of the old country",
        ),
    ],
)
def test_a_role_is_a_body_or_a_noun_phrase_and_never_a_clause(derive: Derive, text: str, role: str) -> None:
    found = {one.name: one.role for one in actors(derive, f"It rained.\n\n{text}").values()}
    assert found["Jane Doe"] == role


def test_the_names_in_the_line_of_credits_are_no_actors(derive: Derive) -> None:
    assert actors(derive, "It rained.\n\nThe rain went on.\n\nJane Doe and Ann Bell contributed to this report.") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Secretary of State Mary Doe left early.", "Mary Doe"),
        ("The swimmer Matt Welsh was first.", "Matt Welsh"),
        ("The Israeli Government has expressed regret.", "Israel"),
    ],
)
def test_offices_peoples_and_governments_leave_the_right_name(derive: Derive, text: str, name: str) -> None:
    assert [one.name for one in actors(derive, f"It rained.\n\n{text}").values()] == [name]
