/// What people do for a living; written from general knowledge.
enum Jobs {
  /// 369 occupations, in alphabetical order.
  static let all = WordTable(
    """
    Account Manager
    Accountant
    Accounting Clerk
    Actor
    Actuary
    Acupuncturist
    Administrative Assistant
    Advertising Manager
    Aerospace Engineer
    Agricultural Engineer
    Agronomist
    Air Traffic Controller
    Aircraft Mechanic
    Airline Pilot
    Ambulance Driver
    Anesthesiologist
    Animal Trainer
    Animator
    Anthropologist
    Appraiser
    Arborist
    Archaeologist
    Architect
    Archivist
    Art Director
    Art Teacher
    Assembler
    Astronomer
    Athletic Trainer
    Auctioneer
    Audio Engineer
    Audiologist
    Auditor
    Auto Mechanic
    Baker
    Bank Teller
    Barber
    Barista
    Bartender
    Beekeeper
    Bicycle Mechanic
    Biochemist
    Biologist
    Biomedical Engineer
    Blacksmith
    Boat Builder
    Boiler Operator
    Bookbinder
    Bookkeeper
    Botanist
    Bricklayer
    Broadcast Technician
    Budget Analyst
    Building Inspector
    Bus Driver
    Business Analyst
    Butcher
    Buyer
    Cabinet Maker
    Call Center Agent
    Camera Operator
    Cardiologist
    Caretaker
    Carpenter
    Carpet Installer
    Cartographer
    Cashier
    Chemical Engineer
    Chemist
    Chief Executive
    Child Care Worker
    Chiropractor
    Choreographer
    Civil Engineer
    Claims Adjuster
    Cleaner
    Clinical Psychologist
    Coach
    Commercial Diver
    Community Organizer
    Compliance Officer
    Composer
    Computer Programmer
    Concierge
    Concrete Finisher
    Conductor
    Conservator
    Construction Manager
    Cook
    Copy Editor
    Copywriter
    Cost Estimator
    Counselor
    Courier
    Court Clerk
    Court Reporter
    Crane Operator
    Credit Analyst
    Curator
    Customer Service Agent
    Customs Officer
    Dairy Farmer
    Dance Teacher
    Data Analyst
    Data Engineer
    Data Scientist
    Database Administrator
    Delivery Driver
    Dental Assistant
    Dental Hygienist
    Dentist
    Dermatologist
    Designer
    Detective
    Diesel Mechanic
    Dietitian
    Director
    Dispatcher
    Dog Groomer
    Drafter
    Dressmaker
    Drill Operator
    Driving Instructor
    Ecologist
    Economist
    Editor
    Electrical Engineer
    Electrician
    Elevator Mechanic
    Emergency Dispatcher
    Energy Auditor
    Engraver
    Entomologist
    Environmental Scientist
    Epidemiologist
    Event Planner
    Executive Assistant
    Farm Worker
    Farmer
    Fashion Designer
    Film Director
    Financial Advisor
    Financial Analyst
    Firefighter
    Fisher
    Fitness Instructor
    Flight Attendant
    Floor Manager
    Florist
    Food Scientist
    Forensic Scientist
    Forester
    Forklift Operator
    Fundraiser
    Funeral Director
    Furniture Maker
    Gamekeeper
    Gardener
    Geneticist
    Geographer
    Geologist
    Glassblower
    Glazier
    Goldsmith
    Graphic Designer
    Groundskeeper
    Gunsmith
    Hairdresser
    Handyman
    Harbor Pilot
    Hardware Engineer
    Health Inspector
    Historian
    Home Health Aide
    Horticulturist
    Hotel Manager
    Housekeeper
    Human Resources Manager
    Hydrologist
    Illustrator
    Industrial Designer
    Industrial Engineer
    Instrument Maker
    Insurance Agent
    Insurance Underwriter
    Interior Designer
    Interpreter
    Inventory Clerk
    Investment Analyst
    Ironworker
    Janitor
    Jeweler
    Journalist
    Judge
    Kitchen Helper
    Laboratory Technician
    Land Surveyor
    Landscape Architect
    Laundry Worker
    Lawyer
    Legal Assistant
    Legislator
    Librarian
    Library Assistant
    Lifeguard
    Lighting Technician
    Linguist
    Loan Officer
    Lobbyist
    Locksmith
    Logistics Manager
    Machinist
    Mail Carrier
    Maintenance Worker
    Makeup Artist
    Management Consultant
    Marine Biologist
    Marine Engineer
    Market Researcher
    Marketing Manager
    Mason
    Massage Therapist
    Materials Engineer
    Mathematician
    Mechanical Engineer
    Mediator
    Medical Assistant
    Medical Coder
    Metallurgist
    Meteorologist
    Microbiologist
    Midwife
    Mill Operator
    Miner
    Mining Engineer
    Model Maker
    Molecular Biologist
    Museum Guide
    Music Teacher
    Musician
    Network Engineer
    Neurologist
    News Anchor
    Notary
    Nuclear Engineer
    Nurse
    Nurse Practitioner
    Nursery Worker
    Occupational Therapist
    Oceanographer
    Office Manager
    Operations Manager
    Optician
    Optometrist
    Orthodontist
    Painter
    Paralegal
    Paramedic
    Park Ranger
    Parking Attendant
    Pastry Chef
    Patent Examiner
    Pathologist
    Payroll Clerk
    Pediatrician
    Personal Trainer
    Petroleum Engineer
    Pharmacist
    Pharmacy Technician
    Philosopher
    Photographer
    Physical Therapist
    Physician
    Physicist
    Piano Tuner
    Pipefitter
    Planner
    Plasterer
    Plumber
    Podiatrist
    Police Officer
    Political Scientist
    Postmaster
    Potter
    Principal
    Printer
    Probation Officer
    Procurement Manager
    Producer
    Product Manager
    Production Planner
    Professor
    Project Manager
    Proofreader
    Property Manager
    Prosthetist
    Psychiatrist
    Public Relations Officer
    Publisher
    Quality Inspector
    Radio Presenter
    Radiologist
    Railroad Conductor
    Ranch Hand
    Real Estate Agent
    Receptionist
    Recruiter
    Recycling Worker
    Reporter
    Research Assistant
    Restaurant Manager
    Roofer
    Safety Engineer
    Sailor
    Sales Manager
    School Bus Driver
    Science Teacher
    Sculptor
    Secretary
    Security Guard
    Set Designer
    Sheet Metal Worker
    Ship Captain
    Shoemaker
    Social Worker
    Sociologist
    Software Developer
    Software Tester
    Solar Installer
    Sound Designer
    Speech Therapist
    Statistician
    Stock Clerk
    Stonemason
    Structural Engineer
    Surgeon
    Systems Administrator
    Tailor
    Tax Advisor
    Taxi Driver
    Teacher
    Technical Writer
    Tour Guide
    Toxicologist
    Traffic Engineer
    Train Driver
    Translator
    Travel Agent
    Tree Surgeon
    Truck Driver
    Tutor
    Upholsterer
    Urban Planner
    Usher
    Veterinarian
    Veterinary Nurse
    Video Editor
    Violin Maker
    Waiter
    Warehouse Worker
    Watchmaker
    Web Developer
    Welder
    Window Cleaner
    Winemaker
    Writer
    Yoga Teacher
    Zookeeper
    Zoologist
    """)
}
