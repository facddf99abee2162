"""Words and abbreviations that mean something else as often: each is told apart by the line it stands in, both ways."""

import pytest

from pmo_resume.model.terms import Category
from pmo_resume.model.text import Block, Document
from pmo_resume.nlp.reader import Reader

MEANT = [
    ("Prosci ADKAR certification", "prosci-ccp"),
    ("Delivered with Scrum in two-week sprints", "scrum"),
    ("Dashboards in Tableau", "tableau"),
    ("Level 3 schedules in P6", "primavera-p6"),
    ("XP, scrum and kanban as agile methods", "extreme-programming"),
    ("RCA after each incident", "root-cause"),
    ("DASSM or DAC", "dac"),
    ("CSM, PMP and PRINCE2 certified", "csm"),
    ("Trained in MSP and M_o_R for public programmes", "msp"),
    ("PMP, Project Management Institute, 2019", "pmp"),
    ("SAFe RTE certified", "safe-rte"),
    ("EVP and PSP, AACE International", "evp"),
    ("AACE PSP with strong Primavera P6 scheduling", "psp"),
    ("SAFe SP certified", "safe-sp"),
    ("PMI-SP for scheduling", "pmi-sp"),
    ("Worked in a SAFe environment with three trains", "safe"),
    ("Led lean workshops to remove waste from the process", "lean"),
    ("PRINCE 2 Practitioner", "prince2-p"),
    ("Prince2 Foundation, 2020", "prince2-f"),
    ("Tracked benefits realisation after go-live", "benefits-realisation"),
    ("Delivered in agile sprints with Scrum", "agile"),
    ("Managed project scope and budget", "scope-management"),
    ("Microsoft Planner boards for the team", "ms-planner"),
    ("APM PMQ and PFQ", "pmq"),
    ("Ran PPM in Clarity for the portfolio", "portfolio-management"),
    ("Wrote SOWs for each supplier contract", "sow"),
    ("Owned the RAID log", "raid-log"),
    ("Kept RAID of risks, assumptions, issues and dependencies", "raid-management"),
    ("Advanced Excel and PowerPoint", "excel"),
    ("Word, Excel and Outlook", "ms-word"),
    ("Slack and Zoom for the remote team", "slack"),
    ("Built pages in Notion", "notion"),
    ("Teams and SharePoint", "ms-teams"),
    ("Clarity PPM administrator", "clarity"),
    ("Access databases and VBA macros", "ms-access"),
    ("ART with nine teams in SAFe", "art"),
    ("Held CPI and SPI above 1", "cpi"),
    ("EAC and ETC each month from the project controls team", "eac"),
    ("OKRs set each quarter", "okr"),
    ("LeSS with eight teams and Scrum", "less"),
    ("Six Sigma DMAIC", "dmaic"),
    ("SPC in SAFe, Scaled Agile", "safe-spc"),
    ("LPM certification, SAFe", "safe-lpm"),
    ("CST at Scrum Alliance", "cst"),
    ("ACP from PMI, agile", "pmi-acp"),
    ("P3O Foundation", "p3o-f"),
    ("MoP and MSP from AXELOS for the portfolio", "mop"),
    ("PE registered in Ohio, Professional Engineer", "pe-license"),
    ("CISM and CISA", "cism"),
    ("SA at Scaled Agile, SAFe 5", "safe-sa"),
    ("SSM, SAFe 6 Scrum Master", "safe-ssm"),
    ("CP at PMI for construction", "pmi-cp"),
    ("ITIL v4 Foundation", "itil4-f"),
    ("DASM and DASSM", "dasm"),
    ("CCP from AACE", "ccp"),
    ("PBA from PMI for business analysis", "pmi-pba"),
    ("RMP from PMI, risk", "pmi-rmp"),
    ("GDPR and data privacy", "gdpr"),
]

NOT_MEANT = [
    ("RTE duties for the evening news desk", "safe-rte"),
    ("The CAP theorem of distributed databases", "aws-any"),
    ("SP 800-53 controls", "safe-sp"),
    ("PSP for card payments", "psp"),
    ("MSP customers on managed services", "msp"),
    ("A planner of weddings and events", "ms-planner"),
    ("An agile response to customers", "agile"),
    ("Agile working from home", "agile"),
    ("A benefits package with dental cover", "benefits-realisation"),
    ("The scope of the telescope", "scope-management"),
    ("Volunteered for the Prince's Trust", "prince2"),
    ("Lean body mass", "lean"),
    ("A safe environment for children", "safe"),
    ("Safe practices on site", "safe"),
    ("The CSM closed each customer ticket", "csm"),
    ("A scrum half in the rugby team", "scrum"),
    ("A tableau of the school play", "tableau"),
    ("Pupils of P6 at the school", "primavera-p6"),
    ("The burn rate of calories", "cost-management"),
    ("An SPI serial interface", "spi"),
    ("Member states of the East African Community, EAC", "eac"),
    ("Windows XP desktops", "extreme-programming"),
    ("A DAC converter", "dac"),
    ("PAL video and NTSC", "pal-i"),
    ("Customer success: managed forty accounts as CSM", "csm"),
    ("Churn fell after the CSM team took over renewals", "csm"),
    ("Run by a managed service provider (MSP) in Leeds", "msp"),
    ("MSP for IT services with Fieldglass as VMS", "msp"),
    ("Checked the opioid PMP before each prescription", "pmp"),
    ("Release Train Engineer (RTE) on two SAFe trains", "safe-rte"),
    ("RTE radio interview in Dublin", "safe-rte"),
    ("Reported to the EVP of Operations", "evp"),
    ("Integrated a PSP for card payments", "psp"),
    ("Built SP sites in SharePoint", "safe-sp"),
    ("Built SP sites in SharePoint", "pmi-sp"),
    ("Kept the site safe for visitors", "safe"),
    ("A safe pair of hands", "safe"),
    ("A lean team of four", "lean"),
    ("Lean startup coffee shop", "lean"),
    ("Prince is the family name on the invoice", "prince2"),
    ("Benefits include dental and vision", "benefits-realisation"),
    ("An agile mind and quick learner", "agile"),
    ("Telescope scope and mount", "scope-management"),
    ("Worked as a planner in the depot", "ms-planner"),
    ("wedding planner", "ms-planner"),
    ("Certified Scrum Professional (CSP)", "csp-sm"),
    ("CSP for Microsoft cloud", "csp-sm"),
    ("Monitored with Dynatrace APM", "pmq"),
    ("PPM of boilers and other maintenance", "portfolio-management"),
    ("below 5 ppm CO2", "portfolio-management"),
    ("sow seeds in spring", "sow"),
    ("air raid warning", "raid-management"),
    ("RAID 5 disks in the server", "raid-management"),
    ("We excel at service", "excel"),
    ("a word with the client", "ms-word"),
    ("float and slack of the critical path", "slack"),
    ("a notion of fairness", "notion"),
    ("Led teams of ten", "ms-teams"),
    ("Wrote with clarity", "clarity"),
    ("access to the building", "ms-access"),
    ("modern art museum", "art"),
    ("Rent linked to CPI inflation", "cpi"),
    ("less than ten people", "less"),
    ("SPC control charts in manufacturing", "safe-spc"),
    ("flow of 30 LPM through the pump", "safe-lpm"),
    ("10 am CST call", "cst"),
    ("clinical ACP nurse", "pmi-acp"),
    ("mop the floor", "mop"),
    ("BRM for the benefits of the programme", "benefits-realisation"),
    ("CBA and NPV of each option", "cost-benefit-analysis"),
    ("PE teacher", "pe-license"),
    ("PE fund", "pe-license"),
    ("PM on call at 5 PM", "project-management"),
    ("Johannesburg, SA", "safe-sa"),
    ("AWS SSM parameter store", "safe-ssm"),
    ("CP railway crossing", "pmi-cp"),
]


@pytest.fixture(scope="module")
def concepts_of(shipped):
    reader = Reader(shipped)

    def find(line: str) -> set[str]:
        return {mention.concept for mention in reader.mentions(Document("line.txt", "txt", line, (Block(line, 0, len(line)),)))}

    return find


@pytest.mark.parametrize(("line", "concept"), MEANT)
def test_is_meant(line, concept, concepts_of):
    assert concept in concepts_of(line)


@pytest.mark.parametrize(("line", "concept"), NOT_MEANT)
def test_is_not_meant(line, concept, concepts_of):
    assert concept not in concepts_of(line)


def test_a_corrective_action_plan_is_no_credential(concepts_of, shipped):
    found = concepts_of("Closed every CAP raised by the laboratory auditor")
    assert not {concept for concept in found if concept in shipped.terms and shipped.terms[concept].category is Category.CREDENTIAL}
