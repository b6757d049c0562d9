/** The vocabulary of the invented harbour town and of what its servers do. No word of it is a brand of brands.ts. */
import { words } from './random.ts';

export const PLACES = words(`
  tidewater quayside harbour breakwater saltmarsh lighthouse pierhead slipway jetty estuary cove headland sandbar lagoon
  fjord inlet shoal reef marina wharf dockside boathouse seawall mudflat skerry haven kelpie driftwood gannet heron
  cormorant puffin curlew plover mackerel herring whelk mussel limpet barnacle lobster spindrift foghorn windlass capstan
  bowline halyard mainsail topsail mizzen keel rudder tiller anchor mooring buoy lantern beacon ferryman pilot coxswain`);

export const TRADES = words(`
  bakery chandlery ropeworks smokehouse cooperage cannery fishmarket netloft sailmaker boatyard ironworks tannery
  brewery grocer cobbler apothecary printers bindery clockmaker saddlery pottery glassworks dairy mill creamery
  stationers outfitters tearoom bookshop joinery masons salvage freight cartage icehouse coaling customs stevedores
  surveyors insurers bank notary school clinic library museum theatre ferry tramway depot garage dispatch labs works
  studio systems software collective guild union`);

export const GIVEN = words(`
  maren tove ansel brita corin delphine edda fenna gorm hilde ingrid jorun kasper linnea mattis nils oda petra ragna
  soren tilda ulf vigdis wenda ysolde asger birgit caspian dagny eskil frida gunnar hedda ivar jens kirsa lasse mona
  njal otti pelle runa signe torben unn vidar wilma yngve alma bodil claes dorte embla finn gerda halvor inga`);

export const SYLLABLES = words(`
  ka to ri vel mar sen dol fin gar hus lin mor nek or pel quin ros sul tam und var wen yst zor bri cra dre fla gro
  kel lun mo nar os pry rud sto tri ul vis wil bel den fos gil hav jor kro lam nud pip rik ske tul`);

export const TOPICS = words(`
  tides weather invoices calendar contracts payroll inventory recipes maps transit flights parcels shipping ports charts
  stock stack crypto ledger wallet tax law statutes patents courts health nutrition sleep fitness clinics genomics
  chemistry proteins papers citations library archive museum music lyrics podcasts video images fonts color icons design
  diagrams slides pdf markdown spreadsheet csv json sql database vector graph memory context knowledge notes tasks kanban
  tickets chat email sms voice phone contacts crm leads sales ads seo analytics metrics logs traces alerts uptime dns
  domains certificates compliance audit policy risk identity sandbox terminal shell browser crawler scraper search news
  feeds translation dictionary grammar schema openapi api registry proxy bridge sdk cli compiler linter testing coverage
  debugger profiler container cluster backup storage files sync clipboard screenshot desktop home lights sensors energy
  solar battery cars parking hotels restaurants events sports chess games dice trivia quotes jokes astronomy satellite
  seismic air water soil farm crops fish birds trees agent agents tools code docs data intelligence research finance
  marketing hiring jobs legal grants census elections motion action toggle clock nature excel reader planner builder`);

export const NOUNS = words(`
  tools server data hub kit agent bridge engine monitor search index explorer assistant connector reader client helper
  proxy lens desk watch finder studio core lite pro api feed board guard gate runner checker scanner generator validator
  analyzer tracker manager inspector exporter importer planner router oracle forge atlas scout pilot relay`);

export const VERBS = words(`
  list search read track compare summarise plan book create update export convert validate check monitor query index rank
  draft schedule forecast estimate resolve trace inspect render generate edit merge split extract annotate tag group
  filter chart count archive restore share review look-up browse analyse transcribe classify measure log import`);

export const QUALITIES = words(`
  live daily local open public historical structured cached regional nightly offline typed paginated current archived
  shared draft bilingual hourly sorted plain dense seasonal unpaid recurring nested remote coastal municipal weekly
  overdue scanned handwritten versioned ranked filtered raw compact minimal federated`);

export const OBJECTS = words(`
  records orders routes berths moorings catches manifests parcels receipts quotes listings menus tables tickets invoices
  balances payments refunds ledgers statements forecasts readings alerts stations buoys charts soundings permits licences
  contracts clauses filings rulings patents abstracts citations chapters notebooks snippets branches commits issues
  reviews builds releases logs traces spans dashboards metrics budgets reports summaries slides documents paragraphs
  spreadsheets rows columns schemas queries indexes embeddings graphs nodes memories sessions prompts answers messages
  threads channels contacts calendars meetings reminders tasks boards milestones leads deals campaigns audiences keywords
  backlinks pages screenshots forms cookies domains certificates hosts containers clusters volumes backups snapshots
  images thumbnails palettes fonts icons layouts meshes scenes tracks playlists lyrics episodes transcripts captions
  recipes ingredients allergens workouts heartbeats dosages symptoms trials genes proteins molecules reactions
  timetables departures platforms delays fares seats rooms bookings tours exhibits galleries auctions bids prices
  candles wallets swaps yields tokens blocks votes districts grants tenders vacancies resumes salaries shifts rosters
  crops soils rainfall tides currents winds waves quakes orbits satellites sightings species nests`);

export const AUDIENCES = words(`
  AI_agents coding_assistants language_models small_teams harbour_offices shopkeepers night_shifts analysts researchers
  teachers bookkeepers any_MCP_client desktop_assistants chat_clients support_desks skippers fleet_owners editors
  librarians surveyors developers data_teams on-call_engineers students clerks planners freelancers field_crews
  logistics_teams legal_teams finance_teams product_teams`);

export const REMARKS = words(`
  No_API_key_needed. Read-only. Runs_locally. Works_over_stdio. Free_tier. No_account_needed. Zero_configuration.
  Self-hosted. Open_source. Bring_your_own_key. OAuth_sign-in. Pay_per_call. Works_offline. Written_in_Rust.
  Written_in_Go. One_binary. Streaming_results. Rate-limited_politely. Sources_cited. Typed_outputs. With_paging.
  EU-hosted. Keeps_nothing. Citations_included. Beta. Early_preview. Fast. Docker_image_included. Tested_nightly.`);
