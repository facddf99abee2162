"""An invented CV that says of much that it is less than it sounds, so that there is something to make more of."""

CV = """Ines Falk
ines.falk@example.com | 020 7946 0321 | Leeds

Profile
Deputy PMO manager with seven years in housing and rail. Not a certified trainer.

Employment

Acting PMO Manager, Alderfield Homes Ltd, Leeds
Mar 2021 - Present
- Helped to lead a portfolio of 14 projects and 3 teams worth £9.2m, reporting to the head of PMO.
- Cut reporting time by 40% for up to 25 project managers.
- Maintained the RAID log but did not chair the project board.
- Prepared monthly reports in Power BI for the executive board.

Assistant to the Head of PMO, Marlowe Vale Council, York
Jan 2018 - Feb 2021
- Supported the head of PMO on two programmes worth €650k.
- Observed stage gate reviews without voting on them.
- Drafted business cases for 6 of 11 projects; none was approved.
- Tracked benefits of £120k against a forecast of £150k.

Trainee Project Coordinator, Quillbrook Rail, Hull
2016 - 2017
- Assisted a team of 12 engineers with a plan in Microsoft Project.
- Minuted 30 meetings for 4 workstreams.

Education
BSc (Hons) Geography, 2:2, University of Northmoor, 2015
MSc Project Management (incomplete), Severn Coast University, attended 2019

Certifications
PRINCE2 Foundation, 2017
PMP (in progress, exam booked for March 2027)
Certified ScrumMaster (expired 2021)
Trained in MSP, exam not taken
Former member of APM

Skills
Tools: Power BI, Excel, Microsoft Project, basic Jira
Methods: RAID log, stage gates, no experience of SAP

Languages
English (native), German (basic), Spanish (conversational)

Volunteering
Helped to run a food bank with 9 volunteers.

References
Professor Adele Grand, University of Northmoor
"""

POSTING = """Head of PMO
Company: Brackenfield Rail
Contact: Ms Thandi Okoro

Requirements
- Must have experience of risk management, RAID logs and stage gates.
- PMP or PRINCE2 Practitioner required.
- Experience of Primavera P6, SAP and Power BI.
- German and Spanish an advantage.
- Degree required.

Responsibilities
- Lead the PMO, chair the portfolio board and report benefits.
"""
