"""Jobs in the layouts people use. Each case shows title @ employer, place | period | number of lines of what was done."""

import dataclasses
import datetime

import pytest

from pmo_resume.model.resume import Position
from pmo_resume.model.text import Cell, Place, Span
from pmo_resume.nlp.resume import assemble

AS_OF = datetime.date(2026, 11, 1)


def shown(position: Position) -> str:
    title, employer, location = (fact.value if fact else "–" for fact in (position.title, position.employer, position.location))
    period = position.period
    when = "–" if period is None else f"{period.start or '?'}..{'now' if period.current else period.end or ''}"
    return f"{title} @ {employer}, {location} | {when} | {len(position.highlights)}"


LAYOUTS = {
    "a dash within a title whose employer is known": (
        "06/2006 to 01/2015\nLead Operations Engineer - Hawk Project Company Name\n- Led\n"
        "Lead for the Directorate:Supervised eight engineers\n03/2003 to 05/2006\nProject Engineer V - Architect Company Name\n- Cut\n"
        "03/2001 to 02/2003\nProject Manager Intermediate /Analyst II Company Name\n- Ran",
        [
            "Lead Operations Engineer - Hawk Project @ Company Name, – | 2006-06..2015-01 | 2",
            "Project Engineer V - Architect @ Company Name, – | 2003-03..2006-05 | 1",
            "Project Manager Intermediate /Analyst II @ Company Name, – | 2001-03..2003-02 | 1",
        ],
    ),
    "employers behind an at sign, with what they do below": (
        "Project Manager @ Acme\nTelecommunications solutions / 2016 – 2018\n- Led\nPlanner @Beta, Leeds\nJan 2012 – May 2015\n- Cut",
        ["Project Manager @ Acme, – | 2016..2018 | 1", "Planner @ Beta, Leeds | 2012-01..2015-05 | 1"],
    ),
    "what a job was done with is no employer": (
        "Project Manager (Apr 2021 – Aug 2021)\nLarch Socks,\nProjects: Finance Bot, Automation Bot\nTech stack: Jira, Excel\n"
        "Planner (Aug 2020 – Mar 2021)\nOrme Mills,\nTechnologies: Primavera",
        ["Project Manager @ Larch Socks, – | 2021-04..2021-08 | 2", "Planner @ Orme Mills, – | 2020-08..2021-03 | 1"],
    ),
    "a column of labels and what they announce": (
        "Company\tAl Noor Contracting\nPosition\tPlanning Manager\nPeriod\tMarch 2018 – Till date\nLocation\tDubai, UAE\n"
        "Project\tHarbour homes\n- Led\n"
        "Company\tCedar Bridge Engineering\nPosition\tSenior Planner\nPeriod\t2011 – 2018\n"
        "Location\tBeirut, Lebanon\nTeam size\t7\n- Cut\n- Ran",
        [
            "Planning Manager @ Al Noor Contracting, Dubai, UAE | 2018-03..now | 1",
            "Senior Planner @ Cedar Bridge Engineering, Beirut, Lebanon | 2011..2018 | 2",
        ],
    ),
    "jobs told in a sentence each": (
        "- Working as Senior Program Manager in Nilgiri Infosystems Pvt Ltd, Chennai from June 2016 to till date\n"
        "- Worked as Project Lead with Orbit, Pune from July 2011 to May 2016\n- Worked as part of the team that moved the bank",
        [
            "Senior Program Manager @ Nilgiri Infosystems Pvt Ltd, Chennai | 2016-06..now | 0",
            "Project Lead @ Orbit, Pune | 2011-07..2016-05 | 1",
        ],
    ),
    "earlier jobs told in one line": (
        "PMO Lead, Acme Ltd, 2019 – Present\n- Led\nEarlier career: Administrator, Otley Town Council (2010–2013); "
        "Clerk, Beta plc (2008–2010).",
        [
            "PMO Lead @ Acme Ltd, – | 2019..now | 1",
            "Administrator @ Otley Town Council, – | 2010..2013 | 0",
            "Clerk @ Beta plc, – | 2008..2010 | 0",
        ],
    ),
    "earlier jobs without their years": (
        "PMO Lead, Acme Ltd, 2019 – Present\n- Led\nPrevious roles include: Project Coordinator at Beta plc; Administrator at Gamma Ltd.",
        ["PMO Lead @ Acme Ltd, – | 2019..now | 1", "Project Coordinator @ Beta plc, – | – | 0", "Administrator @ Gamma Ltd, – | – | 0"],
    ),
    "what was done before is no job": (
        "PMO Lead, Acme Ltd, 2019 – Present\n- Led\n- Previously: reports took three days; now one",
        ["PMO Lead @ Acme Ltd, – | 2019..now | 2"],
    ),
    "a short list and then the same jobs in detail": (
        "PMO Lead, Acme Ltd, 2019 – Present\nPMO Analyst, Beta plc, 2015 – 2019\n"
        "PMO Lead, Acme Ltd, London\t2019 – Present\n- Led\n- Cut\nPMO Analyst, Beta plc, Leeds\t2015 – 2019\n- Logs",
        ["PMO Lead @ Acme Ltd, London | 2019..now | 2", "PMO Analyst @ Beta plc, Leeds | 2015..2019 | 1"],
    ),
    "the same job held twice at different times": (
        "PMO Lead, Acme Ltd, 2019 – Present\n- Led\nPMO Lead, Acme Ltd, 2010 – 2012\n- Cut",
        ["PMO Lead @ Acme Ltd, – | 2019..now | 1", "PMO Lead @ Acme Ltd, – | 2010..2012 | 1"],
    ),
    "a rank in brackets, a field behind a dash, a field behind a comma": (
        "Programme Manager (Interim) | Beta Council | 2018 – 2020\n- Led\n"
        "Project Manager – Infrastructure | Acme plc | 2015 – 2018\n- Ran\n"
        "Project Manager – Infrastructure at Beta Rail\n2013 – 2015\n- Cut\n"
        "Project Manager, ERP at Orbit Foods\n2012 – 2013\n- Cut\nPlanner (full-time) | Acme plc | 2010 – 2012\n- Kept",
        [
            "Programme Manager (Interim) @ Beta Council, – | 2018..2020 | 1",
            "Project Manager – Infrastructure @ Acme plc, – | 2015..2018 | 1",
            "Project Manager – Infrastructure @ Beta Rail, – | 2013..2015 | 1",
            "Project Manager, ERP @ Orbit Foods, – | 2012..2013 | 1",
            "Planner @ Acme plc, – | 2010..2012 | 1",
        ],
    ),
    "a town nobody has listed behind the dates": (
        "PMO Lead at Acme plc\n2019 – 2021 · Warri\n- Led\nPlanner at Beta plc\n2015 – 2019 · C#\n- Ran",
        ["PMO Lead @ Acme plc, Warri | 2019..2021 | 1", "Planner @ Beta plc, – | 2015..2019 | 1"],
    ),
    "a title that begins like a verb, its dates behind a tab": (
        "PMO Lead, Acme Ltd\t2019 – Present\n- Led\nTarn Clinic, Otley\nRegistered Nurse\tJul 2011 – Apr 2015\n- Cared for patients",
        ["PMO Lead @ Acme Ltd, – | 2019..now | 1", "Registered Nurse @ Tarn Clinic, Otley | 2011-07..2015-04 | 1"],
    ),
    "short sentences without marks above the next job": (
        "PMO Lead, Acme Ltd\t2019 – Present\nShortened approvals by 20 %.\nForecast budgets of up to $23M.\n"
        "Hold weekly reviews with suppliers.\n"
        "PMO Analyst, Beta plc\t2015 – 2019\nKept logs.",
        ["PMO Lead @ Acme Ltd, – | 2019..now | 3", "PMO Analyst @ Beta plc, – | 2015..2019 | 1"],
    ),
    "a town nobody has listed behind the employer": (
        "Project Manager, Tidewell Homes, Pflugerton\tMar 2013 – Nov 2018\n- Ran\nPMO Lead, Acme, Otley\t2010 – 2012\n- Led",
        ["Project Manager @ Tidewell Homes, Pflugerton | 2013-03..2018-11 | 1", "PMO Lead @ Acme, Otley | 2010..2012 | 1"],
    ),
    "a federal form: title, agency with its office, town, dates, formalities": (
        "IT Program Manager\nDepartment of Harbors, Office of the CIO\nWashington, DC 20230\n06/2019 - Present\nHours per week: 40\n"
        "Supervisor: Dana Roe (202-555-0188)\n- Ran\nProgram Analyst\nFederal Harbor Commission\nBaltimore, MD 21201\n"
        "02/2012 - 05/2019\nSeries: 0343\n- Led",
        [
            "IT Program Manager @ Department of Harbors, Office of the CIO, Washington, DC 20230 | 2019-06..now | 1",
            "Program Analyst @ Federal Harbor Commission, Baltimore, MD 21201 | 2012-02..2019-05 | 1",
        ],
    ),
    "a form with labels": (
        "Job title: PMO Analyst\nEmployer: Acme Health CIC\nDates: September 2015 to March 2021\nReason for leaving: Promotion\n- Ran",
        ["PMO Analyst @ Acme Health CIC, – | 2015-09..2021-03 | 1"],
    ),
    "a subject in the title": (
        "2012–2019\tSenior Lecturer in Operations, Kilbride University\n- Taught",
        ["Senior Lecturer in Operations @ Kilbride University, – | 2012..2019 | 1"],
    ),
    "title line, then employer line, then dates": (
        "PMO Manager\nAcme Ltd, London\nMar 2019 – Present\n- Led\n- Cut\nPMO Analyst\nBeta plc, Leeds\nJan '15 - Feb '19\n- Logs",
        ["PMO Manager @ Acme Ltd, London | 2019-03..now | 2", "PMO Analyst @ Beta plc, Leeds | 2015-01..2019-02 | 1"],
    ),
    "employer first": (
        "Acme Ltd\tLondon\nPMO Manager\t2019 – Present\n- Led\nBeta plc\tLeeds\nPMO Analyst\t2015 – 2019\n- Logs",
        ["PMO Manager @ Acme Ltd, London | 2019..now | 1", "PMO Analyst @ Beta plc, Leeds | 2015..2019 | 1"],
    ),
    "everything on one line": (
        "PMO Manager, Acme Ltd, London — Jan 2018 – Dec 2020\n- Led\nPMO Analyst at Beta plc, Leeds, 2015-2017\n- Logs",
        ["PMO Manager @ Acme Ltd, London | 2018-01..2020-12 | 1", "PMO Analyst @ Beta plc, Leeds | 2015..2017 | 1"],
    ),
    "pipes, employer first": (
        "Acme | Project Manager | Mar 2019 – Present\n- Led\nStark Industries | Program Coordinator | 2016 – 2019\n- Ran",
        ["Project Manager @ Acme, – | 2019-03..now | 1", "Program Coordinator @ Stark Industries, – | 2016..2019 | 1"],
    ),
    "tab-aligned dates": (
        "Project Manager, Northern Rail Ltd\t01/2018 – 12/2020\n- Led\nProject Coordinator, Springfield Hospital\t2015 – 2017\n- Ran",
        ["Project Manager @ Northern Rail Ltd, – | 2018-01..2020-12 | 1", "Project Coordinator @ Springfield Hospital, – | 2015..2017 | 1"],
    ),
    "dates above": (
        "01/2019 - Current\nPMO Lead\nUmbrella GmbH, Berlin\n- Led\n"
        "06/2015 - 12/2018\nProject Controls Analyst\nWayne Enterprises, Gotham\n- Costs",
        [
            "PMO Lead @ Umbrella GmbH, Berlin | 2019-01..now | 1",
            "Project Controls Analyst @ Wayne Enterprises, Gotham | 2015-06..2018-12 | 1",
        ],
    ),
    "several titles under one employer": (
        "Globex Corporation, Springfield, IL\nProgramme Manager\tJan 2020 - Present\n- Ran A\n"
        "Project Manager\tJan 2017 - Dec 2019\n- Ran B\n"
        "Initech Inc.\nPMO Analyst\t2014 - 2016\n- Reports",
        [
            "Programme Manager @ Globex Corporation, Springfield, IL | 2020-01..now | 1",
            "Project Manager @ Globex Corporation, Springfield, IL | 2017-01..2019-12 | 1",
            "PMO Analyst @ Initech Inc., – | 2014..2016 | 1",
        ],
    ),
    "what a comma adds to a later title under one employer": (
        "Tarnvale Biosciences AG, Basel\nHead of PMO\t2019 – present\n- Ran A\n"
        "Senior Programme Manager, M&A Integration\t2016 – 2018\n- Ran B\nProgramme Manager – ERP\t2014 – 2016\n- Ran C\n"
        "Nordlicht Versicherungen, Bremen\nProject Manager\t2009 – 2014\n- Ran D",
        [
            "Head of PMO @ Tarnvale Biosciences AG, Basel | 2019..now | 1",
            "Senior Programme Manager, M&A Integration @ Tarnvale Biosciences AG, Basel | 2016..2018 | 1",
            "Programme Manager – ERP @ Tarnvale Biosciences AG, Basel | 2014..2016 | 1",
            "Project Manager @ Nordlicht Versicherungen, Bremen | 2009..2014 | 1",
        ],
    ),
    "projects with years of their own below a job": (
        "Senior Manager, PMO | Heron Insurance | Leeds | Jul 2018 – Present\n- Head a PMO\nKey Projects:\n"
        "Ledger renewal (2019–2023)\n- Went live\nPortal (£6m, 2021)\n- Adopted\n"
        "Project Manager | Oxle Systems Ltd | York | Mar 2012 – Jun 2018\n- Ran",
        [
            "Senior Manager, PMO @ Heron Insurance, Leeds | 2018-07..now | 5",
            "Project Manager @ Oxle Systems Ltd, York | 2012-03..2018-06 | 1",
        ],
    ),
    "a bracket that fills in a form": (
        "Program Manager (40 hours/week, Salary: $90,000)\tHeron Works Ltd, Leeds\t2019 – present\n- Ran A\n"
        "Analyst (Rail)\tOxle Ltd, York\t2015 – 2019\n- Ran B",
        ["Program Manager @ Heron Works Ltd, Leeds | 2019..now | 1", "Analyst (Rail) @ Oxle Ltd, York | 2015..2019 | 1"],
    ),
    "an employer with a span of its own above its titles": (
        "Globex Corporation\t2015 - Present\nProgramme Manager, 2019 - Present\n- Ran A\nProject Manager, 2015 - 2018\n- Ran B",
        ["Programme Manager @ Globex Corporation, – | 2019..now | 1", "Project Manager @ Globex Corporation, – | 2015..2018 | 1"],
    ),
    "jobs without bullets": (
        "PMO Manager\nAcme Ltd\n2019 - 2021\nPMO Analyst\nBeta plc\n2017 - 2019\nProject Assistant\nGamma LLP\n2015 - 2017",
        [
            "PMO Manager @ Acme Ltd, – | 2019..2021 | 0",
            "PMO Analyst @ Beta plc, – | 2017..2019 | 0",
            "Project Assistant @ Gamma LLP, – | 2015..2017 | 0",
        ],
    ),
    "a description before the bullets": (
        "PMO Manager\nAcme Ltd\nMar 2019 – Present\nRetail bank with 4,000 staff. Reported to the chief information officer.\n- Led\n- Cut",
        ["PMO Manager @ Acme Ltd, – | 2019-03..now | 4"],
    ),
    "no dates at all": (
        "PMO Manager, Acme Ltd\n- Led\n- Did\nProject Analyst, Beta Inc.\n- Worked",
        ["PMO Manager @ Acme Ltd, – | – | 2", "Project Analyst @ Beta Inc., – | – | 1"],
    ),
    "labels": (
        "Company: Infosolve Pvt Ltd\nDesignation: Project Lead\nDuration: Jan 2018 till date\nRoles and Responsibilities:\n- Led\n"
        "Company: Datahouse Ltd\nDesignation: PMO Executive\nDuration: Jun 2014 - Dec 2017\n- Reports",
        ["Project Lead @ Infosolve Pvt Ltd, – | 2018-01..now | 1", "PMO Executive @ Datahouse Ltd, – | 2014-06..2017-12 | 1"],
    ),
    "brackets and durations": (
        "Senior PMO Analyst – Department for Transport (Apr 2020 – Sep 2022)\n- Ran\n"
        "Consultant | Vexley (2018 – 2020, 2 years)\n- Advised\n"
        "Events Assistant, Quayside Rooms, Bristol (2016 - 2018, furloughed for part of 2017)\n- Booked",
        [
            "Senior PMO Analyst @ Department for Transport, – | 2020-04..2022-09 | 1",
            "Consultant @ Vexley, – | 2018..2020 | 1",
            "Events Assistant @ Quayside Rooms, Bristol | 2016..2018 | 1",
        ],
    ),
    "a title with a comma": (
        "Director, Project Management Office, Acme Corp, Denver, CO\t2018 - Present\n- Led",
        ["Director, Project Management Office @ Acme Corp, Denver, CO | 2018..now | 1"],
    ),
    "a team behind the title, the employer on the line above": (
        "Vexley\tJune 2022 - Present\nSenior Engineer, Platform Team\tDenver, CO\n- Led",
        ["Senior Engineer, Platform Team @ Vexley, Denver, CO | 2022-06..now | 1"],
    ),
    "nothing between title and employer": (
        "10/2014 to Current\nArea Manager Northern Rail Ltd – Leeds, UK\n- Led",
        ["Area Manager @ Northern Rail Ltd, Leeds, UK | 2014-10..now | 1"],
    ),
    "public bodies and universities": (
        "Head of PMO, City of Leeds Council\t2021 to date\n- Led\nProject Officer, University of Hull\t2015 - 2021\n- Ran",
        ["Head of PMO @ City of Leeds Council, – | 2021..now | 1", "Project Officer @ University of Hull, – | 2015..2021 | 1"],
    ),
    "an employer named like a country": (
        "Project Manager, Globex, India\tJan 2019 - Mar 2020\n- Led",
        ["Project Manager @ Globex, India | 2019-01..2020-03 | 1"],
    ),
    "a short stay": ("Project Assistant, Acme Ltd, Summer 2018\n- Helped", ["Project Assistant @ Acme Ltd, – | 2018..2018 | 1"]),
    "since": ("Since 2022: Head of PMO, Northern Rail Ltd\n- Leading", ["Head of PMO @ Northern Rail Ltd, – | 2022..now | 1"]),
    "an employer that was taken out": (
        "Director of Projects Company Name\t2013 – 2014\n- Led\nProgram Manager Company Name – Leeds, UK\t2010 – 2012\n- Ran",
        [
            "Director of Projects @ Company Name, – | 2013..2014 | 1",
            "Program Manager @ Company Name, Leeds, UK | 2010..2012 | 1",
        ],
    ),
    "a place that was taken out, the title behind it": (
        "2009 – 2014\nCompany Name City , State Service Delivery Manager\n- Led",
        ["Service Delivery Manager @ Company Name, City , State | 2009..2014 | 1"],
    ),
    "an employer that was taken out, beside a title that sounds like one": (
        "Healthcare Administrator/Office Reorganisation\tJan 2003 - Mar 2003\nCompany Name\n- Led",
        ["Healthcare Administrator/Office Reorganisation @ Company Name, – | 2003-01..2003-03 | 1"],
    ),
    "a firm called partners": (
        "PMO Lead, Cordwell Health Partners, Denver, CO\t2019 – 2021\n- Led",
        ["PMO Lead @ Cordwell Health Partners, Denver, CO | 2019..2021 | 1"],
    ),
    "a town nobody has listed with its state": (
        "Gilwell Financial, Newbury Falls, LA\nAccountant, 2019 – 2021\n- Led",
        ["Accountant @ Gilwell Financial, Newbury Falls, LA | 2019..2021 | 1"],
    ),
    "beginning and end in columns of their own": (
        "PMO Lead\tAcme Ltd\tJan 2019\tMar 2021\n- Led\nPMO Analyst\tBeta plc\tJun 2016\tDec 2018\n- Ran",
        ["PMO Lead @ Acme Ltd, – | 2019-01..2021-03 | 1", "PMO Analyst @ Beta plc, – | 2016-06..2018-12 | 1"],
    ),
    "one job with its first month only": (
        "PMO Lead\nNovember 2021 Acme Ltd\n- Led\nPMO Analyst\nJune 2016 to October 2021 Beta plc\n- Ran",
        ["PMO Lead @ Acme Ltd, – | 2021-11.. | 1", "PMO Analyst @ Beta plc, – | 2016-06..2021-10 | 1"],
    ),
    "a place in brackets behind the employer": (
        "Senior Project Manager, Orbit Foods (Leeds) – Jan 2019 to Present\n- Led",
        ["Senior Project Manager @ Orbit Foods, Leeds | 2019-01..now | 1"],
    ),
    "a client in brackets": (
        "PMO Consultant, Brayford Consulting (client: Northern Rail), Jan 2019 – Mar 2020\n- Led",
        ["PMO Consultant @ Brayford Consulting (client: Northern Rail), – | 2019-01..2020-03 | 1"],
    ),
    "years before months": (
        "Project Manager, Orbit Foods, 2019/06 – 2021/10\n- Led",
        ["Project Manager @ Orbit Foods, – | 2019-06..2021-10 | 1"],
    ),
    "everything on a line of its own": (
        "Project Manager\nOrbit Foods\nLeeds\nJan 2019 – Present\n- Led\nProject Coordinator\nBluebell\nYork\nMar 2016 – Dec 2018\n- Ran",
        ["Project Manager @ Orbit Foods, Leeds | 2019-01..now | 1", "Project Coordinator @ Bluebell, York | 2016-03..2018-12 | 1"],
    ),
    "how long one was there, as the networks write it": (
        "Orbit Foods\n6 years 11 months\nPMO Lead\nJanuary 2022 - Present (4 years 11 months)\nLeeds, United Kingdom\nLed the office.\n"
        "PMO Analyst\nJanuary 2020 - December 2021 (2 years)\nLeeds, United Kingdom\nKept the log of all projects.",
        [
            "PMO Lead @ Orbit Foods, Leeds, United Kingdom | 2022-01..now | 1",
            "PMO Analyst @ Orbit Foods, Leeds, United Kingdom | 2020-01..2021-12 | 1",
        ],
    ),
    "two titles at once": (
        "Programme Manager, Finance Manager\nOrbit Foods Ltd\n2019 – 2021\n- Led",
        ["Programme Manager, Finance Manager @ Orbit Foods Ltd, – | 2019..2021 | 1"],
    ),
    "title, dates, employer and story on one line": (
        "IT Project Manager 04/2008 to 09/2012 Brackwater Freight Leeds, UK My role was to run the rollout of a cargo system.",
        ["IT Project Manager @ Brackwater Freight Leeds, UK | 2008-04..2012-09 | 1"],
    ),
    "an institute for something": (
        "Research Manager, Institute for Applied Planning\t2018 – 2020\n- Led",
        ["Research Manager @ Institute for Applied Planning, – | 2018..2020 | 1"],
    ),
    "a job without dates between dated ones": (
        "PMO Lead, Acme Ltd\t2019 – 2021\n- Led\n- Cut\nProject Manager, Beta Ltd\n- Ran\nPMO Analyst, Gamma Ltd\t2012 – 2014\n- Logs",
        ["PMO Lead @ Acme Ltd, – | 2019..2021 | 2", "Project Manager @ Beta Ltd, – | – | 1", "PMO Analyst @ Gamma Ltd, – | 2012..2014 | 1"],
    ),
    "a bold title and its employer without dates below a dated job": (
        "**PMO Lead**\nAcme Ltd\t2019 – 2021\n- Led\n**PMO Analyst**\nBeta Council, Leeds\n- Ran",
        ["PMO Lead @ Acme Ltd, – | 2019..2021 | 1", "PMO Analyst @ Beta Council, Leeds | – | 1"],
    ),
    "an unknown title over an unknown firm with town and region": (
        "Internee\nBrightwork, Mangalapur, Karnataka\nMay 2017 – June 2017\n- Ran",
        ["Internee @ Brightwork, Mangalapur, Karnataka | 2017-05..2017-06 | 1"],
    ),
    "dates, then what was done on the same line": (
        "PMO Lead, Acme Ltd\nOct 2018 - Mar 2022 Built a programme office of nine people\n- Led",
        ["PMO Lead @ Acme Ltd, – | 2018-10..2022-03 | 2"],
    ),
    "a title in small letters that stands out": (
        "**digital media programme manager**\nAcme Ltd\t2019 – 2021\n- Led",
        ["digital media programme manager @ Acme Ltd, – | 2019..2021 | 1"],
    ),
    "the kind of contract": (
        "PMO Analyst (contract), Acme Ltd · Full-time\t2019 – 2020\n- Ran",
        ["PMO Analyst @ Acme Ltd, – | 2019..2020 | 1"],
    ),
    "the names of a firm's founders stay together, a title or a town before them does not": (
        "Orme, Vale & Sons Advisory LLC, Leeds\nPMO Manager\t2019 – Present\n- Led\nPMO Analyst, Marsh & Sons LLP\t2015 – 2018\n- Logs",
        ["PMO Manager @ Orme, Vale & Sons Advisory LLC, Leeds | 2019..now | 1", "PMO Analyst @ Marsh & Sons LLP, – | 2015..2018 | 1"],
    ),
    "a region behind a dash is the employer's, a town is not": (
        "Compagnie Boréale – Amériques\tNew York, NY\nPMO Manager\t2019 – Present\n- Led\n"
        "Orbital – Energy Division\tLeeds\nPMO Lead\t2017 – 2018\n- Ran\n"
        "Quillon – Leeds\nPMO Analyst\t2015 – 2016\n- Logs",
        [
            "PMO Manager @ Compagnie Boréale – Amériques, New York, NY | 2019..now | 1",
            "PMO Lead @ Orbital – Energy Division, Leeds | 2017..2018 | 1",
            "PMO Analyst @ Quillon, Leeds | 2015..2016 | 1",
        ],
    ),
    "a title before a dash keeps its own region": (
        "Programme Manager – EMEA\nQuillon Ltd, Leeds\n2019 – Present\n- Led",
        ["Programme Manager – EMEA @ Quillon Ltd, Leeds | 2019..now | 1"],
    ),
    "a long heading above a line with only its dates": (
        "Senior Programme Controls Manager, Upper Fenwater Tunnels JV (Brackley Shafts + Tidewell Civil Works), Perth\n"
        "Feb 2021 to current\n- Led\nPlanner, Quillon Ltd, Leeds\nJan 2018 - Jan 2021\n- Logs",
        [
            "Senior Programme Controls Manager @ Upper Fenwater Tunnels JV (Brackley Shafts + Tidewell Civil Works), Perth"
            " | 2021-02..now | 1",
            "Planner @ Quillon Ltd, Leeds | 2018-01..2021-01 | 1",
        ],
    ),
    "a long line that tells what was done heads nothing": (
        "PMO Manager, Quillon Ltd\nFeb 2021 to current\n"
        "Managed the programme manager and the delivery of nine projects in three regions of the north\n"
        "Jan 2018 - Jan 2021\nPlanner, Orbital plc",
        ["PMO Manager @ Quillon Ltd, – | 2021-02..now | 1", "Planner @ Orbital plc, – | 2018-01..2021-01 | 0"],
    ),
    "a legal form in small letters, its town on the same line": (
        "PMO Analyst, Fenwater Utilities plc, Nether Poppleton\tJune 2014 – Feb 2019\n- Logs",
        ["PMO Analyst @ Fenwater Utilities plc, Nether Poppleton | 2014-06..2019-02 | 1"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(read_cv, layout: str) -> None:
    written, expected = LAYOUTS[layout]
    assert [shown(position) for position in read_cv(f"Jane Roe\n# Experience\n{written}").experience] == expected


def test_a_change_of_style_divides(document, taxonomy) -> None:
    from datetime import date

    from pmo_resume.model.text import Run, Style

    read = document("# Experience\nProject Manager Vexley Rowe\t2019 – 2020\n- Led")
    heading = read.blocks[1]
    runs = (Run(heading.start, heading.start + 15, Style(bold=True)), Run(heading.start + 15, heading.end, Style()))
    blocks = (read.blocks[0], dataclasses.replace(heading, runs=runs), *read.blocks[2:])
    resume = assemble(dataclasses.replace(read, blocks=blocks), (), taxonomy, date(2026, 11, 1))
    assert [shown(position) for position in resume.experience] == ["Project Manager @ Vexley Rowe, – | 2019..2020 | 1"]


def test_dates_in_a_table_column(document, taxonomy) -> None:
    from datetime import date

    read = document("# Experience\nPMO Manager, Acme Ltd\nMay 2021 – Present\nPMO Analyst, Beta plc\n2019 – 2021")
    cells = {1: Cell(0, 0, 0), 2: Cell(0, 0, 1), 3: Cell(0, 1, 0), 4: Cell(0, 1, 1)}
    blocks = tuple(
        dataclasses.replace(block, cell=cells[index], place=Place.TABLE) if index in cells else block
        for index, block in enumerate(read.blocks)
    )
    resume = assemble(dataclasses.replace(read, blocks=blocks), (), taxonomy, date(2026, 11, 1))
    assert [shown(position) for position in resume.experience] == [
        "PMO Manager @ Acme Ltd, – | 2021-05..now | 0",
        "PMO Analyst @ Beta plc, – | 2019..2021 | 0",
    ]


def test_a_history_pasted_twice_counts_once(read_cv) -> None:
    history = "# Experience\nPMO Manager, Acme Ltd\t2019 – 2021\n- Led\nPMO Analyst, Beta plc\t2015 – 2019\n- Logs\n"
    assert [shown(position) for position in read_cv(history + "# Skills\nJira\n" + history).experience] == [
        "PMO Manager @ Acme Ltd, – | 2019..2021 | 1",
        "PMO Analyst @ Beta plc, – | 2015..2019 | 1",
    ]


def test_a_date_inside_a_bullet_begins_no_job(read_cv) -> None:
    resume = read_cv(
        "# Experience\nPMO Manager, Acme Ltd, 2019 - 2021\n- Ran the move from Jan 2020 to Mar 2020\n- Closed 2 projects in 2021"
    )
    assert [len(position.highlights) for position in resume.experience] == [2]


def test_a_bullet_keeps_its_words_and_its_place(read_cv) -> None:
    resume = read_cv("# Experience\nPMO Manager, Acme Ltd, 2019 - 2021\n- Cut reporting time by 30% e.g. in banking. Saved £1.2m.")
    (line,) = resume.experience[0].highlights
    assert line.bullet
    assert line.text == "Cut reporting time by 30% e.g. in banking. Saved £1.2m."
    assert resume.document.quote(line.span) == line.text


def test_prose_is_told_sentence_by_sentence(read_cv) -> None:
    resume = read_cv(
        "# Experience\nPMO Manager, Acme Ltd, 2019 - 2021\nLed a PMO of 12 for Beta Ltd. and others. Cut costs by 1.5 m. Wrote reports."
    )
    assert [line.text for line in resume.experience[0].highlights] == [
        "Led a PMO of 12 for Beta Ltd. and others.",
        "Cut costs by 1.5 m.",
        "Wrote reports.",
    ]


def test_the_span_of_a_job_covers_heading_and_highlights(read_cv) -> None:
    resume = read_cv("# Experience\nPMO Manager\nAcme Ltd\n2019 - 2021\n- Led\n# Skills\nJira")
    (position,) = resume.experience
    assert resume.document.quote(position.span) == "PMO Manager Acme Ltd 2019 - 2021 Led"


def test_personal_data_is_no_job(read_cv) -> None:
    personal = "# Personal Details\nDate of Birth: 14 August 1991\nFather's Name: R. Anandan\nPassport No.: X0000000\n"
    assert read_cv(f"Asha Anandan\n{personal}# Education\nBSc Physics, University of Leeds, 2012").experience == ()
    job = "Analyst, Quillon Ltd, Aug 2012 – May 2019"
    assert [shown(position) for position in read_cv(f"Asha Anandan\n{personal}{job}\n- Logs").experience] == [
        "Analyst @ Quillon Ltd, – | 2012-08..2019-05 | 1"
    ]


def test_all_paragraphs_of_a_cell_belong_to_the_job_of_its_row(document, taxonomy) -> None:
    rows = [
        ["Jan 2020 – present", "Heron Estates Ltd", "Senior Project Manager", "Managing a housing estate", "Reports to the board"],
        ["Mar 2014 – Dec 2019", "Oxle Constructors Ltd", "Project Planner", "Plans of two bridges"],
    ]
    made = document("\n\n".join(["# Experience", *(cell for row in rows for cell in row)]))
    places = [None, *(Cell(0, number, min(column, 3)) for number, row in enumerate(rows) for column in range(len(row)))]
    blocks = tuple(dataclasses.replace(block, cell=place) for block, place in zip(made.blocks, places, strict=True))
    jobs = assemble(dataclasses.replace(made, blocks=blocks), (), taxonomy, AS_OF).experience
    assert [[line.text for line in job.highlights] for job in jobs] == [
        ["Managing a housing estate", "Reports to the board"],
        ["Plans of two bridges"],
    ]


def test_personal_data_in_the_cells_of_a_table_is_no_job(document, taxonomy) -> None:
    made = document("Asha Anandan\n# Personal Details\nDate of Birth\n14 August 1991\nFather's Name\nR. Anandan")
    blocks = tuple(
        dataclasses.replace(block, cell=Cell(0, (number - 2) // 2, number % 2)) if number > 1 else block
        for number, block in enumerate(made.blocks)
    )
    assert assemble(dataclasses.replace(made, blocks=blocks), (), taxonomy, AS_OF).experience == ()


def test_the_head_of_a_table_is_neither_job_nor_school(document, taxonomy) -> None:
    rows = ["# Education", "Course\nInstitute\nYear", "BEng (Civil)\nPark Lane Polytechnic\n2013"]
    rows += ["# Organisational Experience", "Organisation\nDesignation\nDuration", "Quillon Ltd\nPMO Lead\nApr 2019 – Till date"]
    made = document("\n".join(rows))
    places = [None, *((0, row, column) for row in (0, 1) for column in range(3))]
    places += [None, *((1, row, column) for row in (0, 1) for column in range(3))]
    blocks = tuple(
        dataclasses.replace(block, cell=Cell(*place) if place else None) for block, place in zip(made.blocks, places, strict=True)
    )
    resume = assemble(dataclasses.replace(made, blocks=blocks), (), taxonomy, AS_OF)
    assert [shown(position) for position in resume.experience] == ["PMO Lead @ Quillon Ltd, – | 2019-04..now | 0"]
    assert [education.institution.value for education in resume.education] == ["Park Lane Polytechnic"]
    assert [made.quote(span) for span in resume.asides] == ["Course", "Institute", "Year", "Organisation", "Designation", "Duration"]


def test_a_row_with_a_school_in_it_is_no_head_of_a_table(read_cv) -> None:
    resume = read_cv("# Education\nCourse | Institute | Year\nBSc Physics | University of Leeds | 2013")
    assert [education.institution.value for education in resume.education] == ["University of Leeds"]
    assert [resume.document.quote(span) for span in resume.asides] == ["Course | Institute | Year"]


SHEETS = """
# Experience
PMO Manager, Acme Ltd, June 2016 – Present
Project Lead, Beta plc, July 2011 – May 2016
- Kept the plans
# Project Details
Project\tClaims
Client\tEvergreen Mutual
Organization\tAcme Ltd
Duration\tJan 2019 – Present
Responsibilities
- Own the delivery office
Project\tBilling
Duration\tAug 2012 – May 2014
Team size\t12
Responsibilities:
- Planned the move
- Tracked defects
Project\tA private site
Duration\t2020 – 2021
Organization\tNobody Ltd
Responsibilities
- Painted
"""


def test_project_sheets_tell_of_the_job_they_name_or_lie_in(read_cv) -> None:
    done = {position.employer.value: [line.text for line in position.highlights] for position in read_cv(SHEETS).experience}
    assert done == {"Acme Ltd": ["Own the delivery office"], "Beta plc": ["Kept the plans", "Planned the move", "Tracked defects"]}


def test_a_line_of_a_project_sheet_belongs_to_its_job(read_cv) -> None:
    resume = read_cv(SHEETS)
    at = resume.document.text.index("Planned the move")
    assert [position.employer.value for position in resume.experience if position.holds(Span(at, at + 7))] == ["Beta plc"]


def test_a_label_and_its_value_in_two_cells_of_a_row_are_one_line(document, taxonomy) -> None:
    rows = [("Company", "Al Noor Contracting"), ("Position", "Planning Manager"), ("Period", "2018 – 2020")]
    written = document("# Experience\n" + "\n".join(text for row in rows for text in row) + "\n- Led")
    blocks = list(written.blocks)
    for index in range(6):
        blocks[index + 1] = dataclasses.replace(blocks[index + 1], cell=Cell(0, index // 2, index % 2))
    resume = assemble(dataclasses.replace(written, blocks=tuple(blocks)), (), taxonomy, AS_OF)
    assert [shown(position) for position in resume.experience] == ["Planning Manager @ Al Noor Contracting, – | 2018..2020 | 1"]


def test_an_undated_first_employer_stands_above_its_title_and_client(read_cv) -> None:
    cv = read_cv("""
# Experience
**CALDER RAIL SOLUTIONS LLC, Reston, VA
PMO Lead, Department of Permits
- Kept the risk register of nine depots
""")
    assert [job.employer.value for job in cv.experience] == ["CALDER RAIL SOLUTIONS LLC"]


def test_a_label_inside_a_job_is_no_line_of_it_and_left_to_nobody(read_cv) -> None:
    resume = read_cv(
        "# Experience\nPMO Lead, Acme Ltd, 2019 – 2021\n- Led\nKey achievements:\n- Cut\nClerk, Oxle plc, 2015 – 2019\n- Filed"
    )
    assert [line.text for line in resume.experience[0].highlights] == ["Led", "Cut"]
    assert [resume.document.quote(span) for span in resume.asides] == ["Key achievements:"]
