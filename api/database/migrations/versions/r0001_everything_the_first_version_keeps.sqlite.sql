CREATE TABLE audit (
	id TEXT NOT NULL,
	at INTEGER NOT NULL,
	role TEXT NOT NULL,
	actor_id TEXT NOT NULL,
	action TEXT NOT NULL,
	subject TEXT NOT NULL,
	subject_id TEXT NOT NULL,
	facts TEXT NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (id)
)
 STRICT;

CREATE INDEX ix_audit_subject_id_at ON audit (subject_id, at);

CREATE TABLE idempotency_keys (
	key_index TEXT NOT NULL,
	body_index TEXT NOT NULL,
	subject_id TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	CONSTRAINT pk_idempotency_keys PRIMARY KEY (key_index)
)
 STRICT;

CREATE TABLE people (
	id TEXT NOT NULL,
	language TEXT DEFAULT '' NOT NULL,
	name BLOB,
	phone BLOB,
	accommodations TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	erased_at INTEGER,
	CONSTRAINT pk_people PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE places (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	aliases TEXT NOT NULL,
	latitude REAL NOT NULL,
	longitude REAL NOT NULL,
	datum TEXT NOT NULL,
	CONSTRAINT pk_places PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE restrictions (
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	area TEXT NOT NULL,
	reason TEXT NOT NULL,
	author_id TEXT NOT NULL,
	from_at INTEGER NOT NULL,
	until_at INTEGER,
	created_at INTEGER NOT NULL,
	ended_at INTEGER,
	CONSTRAINT pk_restrictions PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE tokens (
	id TEXT NOT NULL,
	secret_index TEXT NOT NULL,
	role TEXT NOT NULL,
	label TEXT NOT NULL,
	person_id TEXT,
	one_use INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	used_at INTEGER,
	revoked_at INTEGER,
	CONSTRAINT pk_tokens PRIMARY KEY (id),
	CONSTRAINT uq_tokens_secret_index UNIQUE (secret_index),
	CONSTRAINT fk_tokens_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT ck_tokens_one_use_flag CHECK (CAST("one_use" AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE groups (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	latitude REAL NOT NULL,
	longitude REAL NOT NULL,
	datum TEXT NOT NULL,
	radius_m INTEGER NOT NULL,
	area TEXT,
	languages TEXT NOT NULL,
	able TEXT NOT NULL,
	talks_by TEXT NOT NULL,
	hours TEXT NOT NULL,
	time_zone TEXT NOT NULL,
	capacity INTEGER NOT NULL,
	load INTEGER DEFAULT '0' NOT NULL,
	paused_until INTEGER,
	leader_id TEXT,
	phone_only INTEGER NOT NULL,
	asked_at INTEGER,
	created_at INTEGER NOT NULL,
	closed_at INTEGER,
	CONSTRAINT pk_groups PRIMARY KEY (id),
	CONSTRAINT ck_groups_load_in_bounds CHECK (load >= 0 AND capacity >= 0),
	CONSTRAINT fk_groups_leader_id FOREIGN KEY(leader_id) REFERENCES people (id),
	CONSTRAINT ck_groups_phone_only_flag CHECK (CAST("phone_only" AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE TABLE consents (
	id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	purpose TEXT NOT NULL,
	given_at INTEGER NOT NULL,
	withdrawn_at INTEGER,
	CONSTRAINT pk_consents PRIMARY KEY (id),
	CONSTRAINT fk_consents_person_id FOREIGN KEY(person_id) REFERENCES people (id)
)
 STRICT;

CREATE INDEX ix_consents_person_id ON consents (person_id);

CREATE TABLE blocked_pairs (
	resident_id TEXT NOT NULL,
	volunteer_id TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	CONSTRAINT pk_blocked_pairs PRIMARY KEY (resident_id, volunteer_id),
	CONSTRAINT fk_blocked_pairs_resident_id FOREIGN KEY(resident_id) REFERENCES people (id),
	CONSTRAINT fk_blocked_pairs_volunteer_id FOREIGN KEY(volunteer_id) REFERENCES people (id)
)
 STRICT;

CREATE TABLE group_services (
	group_id TEXT NOT NULL,
	leaf TEXT NOT NULL,
	mode TEXT NOT NULL,
	CONSTRAINT pk_group_services PRIMARY KEY (group_id, leaf, mode),
	CONSTRAINT fk_group_services_group_id FOREIGN KEY(group_id) REFERENCES groups (id)
)
 STRICT;

CREATE TABLE volunteers (
	id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	services TEXT NOT NULL,
	how TEXT NOT NULL,
	languages TEXT NOT NULL,
	able TEXT NOT NULL,
	hours TEXT NOT NULL,
	paused_until INTEGER,
	asked_at INTEGER,
	joined_at INTEGER NOT NULL,
	left_at INTEGER,
	CONSTRAINT pk_volunteers PRIMARY KEY (id),
	CONSTRAINT uq_volunteers_group_id_person_id UNIQUE (group_id, person_id),
	CONSTRAINT fk_volunteers_group_id FOREIGN KEY(group_id) REFERENCES groups (id),
	CONSTRAINT fk_volunteers_person_id FOREIGN KEY(person_id) REFERENCES people (id)
)
 STRICT;

CREATE INDEX ix_volunteers_person_id ON volunteers (person_id);

CREATE INDEX ix_volunteers_group_id ON volunteers (group_id);

CREATE TABLE invites (
	id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	code_index TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	created_by TEXT,
	expires_at INTEGER NOT NULL,
	uses_left INTEGER NOT NULL,
	CONSTRAINT pk_invites PRIMARY KEY (id),
	CONSTRAINT fk_invites_group_id FOREIGN KEY(group_id) REFERENCES groups (id),
	CONSTRAINT uq_invites_code_index UNIQUE (code_index)
)
 STRICT;

CREATE TABLE addresses (
	id TEXT NOT NULL,
	channel TEXT NOT NULL,
	address_index TEXT NOT NULL,
	address BLOB NOT NULL,
	person_id TEXT,
	group_id TEXT,
	safe_contact TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	heard_at INTEGER,
	dead_at INTEGER,
	CONSTRAINT pk_addresses PRIMARY KEY (id),
	CONSTRAINT uq_addresses_channel_address_index UNIQUE (channel, address_index),
	CONSTRAINT fk_addresses_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT fk_addresses_group_id FOREIGN KEY(group_id) REFERENCES groups (id)
)
 STRICT;

CREATE INDEX ix_addresses_person_id ON addresses (person_id);

CREATE INDEX ix_addresses_group_id ON addresses (group_id);

CREATE TABLE permits (
	restriction_id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	CONSTRAINT pk_permits PRIMARY KEY (restriction_id, group_id),
	CONSTRAINT fk_permits_restriction_id FOREIGN KEY(restriction_id) REFERENCES restrictions (id),
	CONSTRAINT fk_permits_group_id FOREIGN KEY(group_id) REFERENCES groups (id)
)
 STRICT;

CREATE TABLE lanes (
	address_id TEXT NOT NULL,
	direction TEXT NOT NULL,
	last_position INTEGER DEFAULT '0' NOT NULL,
	due_at INTEGER,
	lease TEXT DEFAULT '' NOT NULL,
	leased_until INTEGER,
	CONSTRAINT pk_lanes PRIMARY KEY (address_id, direction),
	CONSTRAINT fk_lanes_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
)
 STRICT;

CREATE INDEX ix_lanes_direction_due_at ON lanes (direction, due_at);

CREATE TABLE notices (
	id TEXT NOT NULL,
	address_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	code TEXT NOT NULL,
	"values" BLOB NOT NULL,
	dedupe TEXT,
	opens TEXT DEFAULT '' NOT NULL,
	about TEXT DEFAULT '' NOT NULL,
	patience_s INTEGER DEFAULT '0' NOT NULL,
	quiet INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	sent_at INTEGER,
	ended_at INTEGER,
	failure TEXT DEFAULT '' NOT NULL,
	wire_id TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_notices PRIMARY KEY (id),
	CONSTRAINT fk_notices_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT uq_notices_dedupe UNIQUE (dedupe),
	CONSTRAINT ck_notices_quiet_flag CHECK (CAST("quiet" AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_notices_about ON notices (about);

CREATE INDEX ix_notices_address_id_ended_at_position ON notices (address_id, ended_at, position);

CREATE TABLE alerts (
	id TEXT NOT NULL,
	kind TEXT NOT NULL,
	person_id TEXT NOT NULL,
	address_id TEXT,
	words BLOB,
	created_at INTEGER NOT NULL,
	heard_at INTEGER,
	told_unheard_at INTEGER,
	closed_at INTEGER,
	closed_by TEXT,
	shown INTEGER NOT NULL,
	CONSTRAINT pk_alerts PRIMARY KEY (id),
	CONSTRAINT fk_alerts_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT fk_alerts_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT ck_alerts_shown_flag CHECK (CAST("shown" AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_alerts_person_id ON alerts (person_id);

CREATE TABLE requests (
	id TEXT NOT NULL,
	receipt TEXT NOT NULL,
	resident_id TEXT NOT NULL,
	asked_by TEXT,
	address_id TEXT,
	status TEXT NOT NULL,
	urgency TEXT NOT NULL,
	language TEXT NOT NULL,
	accommodations TEXT NOT NULL,
	place BLOB NOT NULL,
	area TEXT NOT NULL,
	located INTEGER NOT NULL,
	details BLOB NOT NULL,
	people TEXT DEFAULT '' NOT NULL,
	asks TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	queued_at INTEGER NOT NULL,
	next_at INTEGER,
	wave INTEGER DEFAULT '0' NOT NULL,
	told_looking_at INTEGER,
	arrival TEXT,
	arrival_asked_at INTEGER,
	remark BLOB,
	closed_at INTEGER,
	closed_by TEXT,
	closed_reason TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_requests PRIMARY KEY (id),
	CONSTRAINT uq_requests_receipt UNIQUE (receipt),
	CONSTRAINT fk_requests_resident_id FOREIGN KEY(resident_id) REFERENCES people (id),
	CONSTRAINT fk_requests_asked_by FOREIGN KEY(asked_by) REFERENCES people (id),
	CONSTRAINT fk_requests_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT ck_requests_located_flag CHECK (CAST("located" AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_requests_resident_id ON requests (resident_id);

CREATE INDEX ix_requests_next_at ON requests (next_at);

CREATE INDEX ix_requests_status_queued_at ON requests (status, queued_at);

CREATE TABLE sessions (
	address_id TEXT NOT NULL,
	version INTEGER NOT NULL,
	state BLOB NOT NULL,
	asks INTEGER NOT NULL,
	asked_at INTEGER,
	unfinished_question TEXT DEFAULT '' NOT NULL,
	unfinished_urgency TEXT DEFAULT '' NOT NULL,
	silent_since INTEGER,
	reminded_at INTEGER,
	next_at INTEGER,
	CONSTRAINT pk_sessions PRIMARY KEY (address_id),
	CONSTRAINT fk_sessions_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT ck_sessions_asks_flag CHECK (CAST("asks" AS INTEGER) IN (0, 1))
)
 STRICT;

CREATE INDEX ix_sessions_next_at ON sessions (next_at);

CREATE TABLE resume_codes (
	code_index TEXT NOT NULL,
	address_id TEXT NOT NULL,
	expires_at INTEGER NOT NULL,
	used_at INTEGER,
	CONSTRAINT pk_resume_codes PRIMARY KEY (code_index),
	CONSTRAINT fk_resume_codes_address_id FOREIGN KEY(address_id) REFERENCES addresses (id)
)
 STRICT;

CREATE INDEX ix_resume_codes_address_id ON resume_codes (address_id);

CREATE TABLE request_needs (
	id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	leaf TEXT NOT NULL,
	status TEXT NOT NULL,
	CONSTRAINT pk_request_needs PRIMARY KEY (id),
	CONSTRAINT uq_request_needs_request_id_leaf UNIQUE (request_id, leaf),
	CONSTRAINT fk_request_needs_request_id FOREIGN KEY(request_id) REFERENCES requests (id)
)
 STRICT;

CREATE INDEX ix_request_needs_request_id ON request_needs (request_id);

CREATE TABLE matches (
	id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	wave INTEGER NOT NULL,
	chosen TEXT NOT NULL,
	rejected TEXT NOT NULL,
	created_at INTEGER NOT NULL,
	CONSTRAINT pk_matches PRIMARY KEY (id),
	CONSTRAINT fk_matches_request_id FOREIGN KEY(request_id) REFERENCES requests (id)
)
 STRICT;

CREATE INDEX ix_matches_request_id ON matches (request_id);

CREATE TABLE offers (
	id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	person_id TEXT,
	address_id TEXT,
	mode TEXT NOT NULL,
	part TEXT NOT NULL,
	letter TEXT DEFAULT '' NOT NULL,
	wave INTEGER NOT NULL,
	distance_m INTEGER,
	status TEXT NOT NULL,
	accepted_by TEXT,
	sent_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	answered_at INTEGER,
	CONSTRAINT pk_offers PRIMARY KEY (id),
	CONSTRAINT fk_offers_request_id FOREIGN KEY(request_id) REFERENCES requests (id),
	CONSTRAINT fk_offers_group_id FOREIGN KEY(group_id) REFERENCES groups (id),
	CONSTRAINT fk_offers_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT fk_offers_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT fk_offers_accepted_by FOREIGN KEY(accepted_by) REFERENCES people (id)
)
 STRICT;

CREATE INDEX ix_offers_status_expires_at ON offers (status, expires_at);

CREATE INDEX ix_offers_address_id ON offers (address_id);

CREATE INDEX ix_offers_person_id ON offers (person_id);

CREATE INDEX ix_offers_group_id ON offers (group_id);

CREATE INDEX ix_offers_request_id ON offers (request_id);

CREATE TABLE calls (
	id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	address_id TEXT,
	request_id TEXT,
	offer_id TEXT,
	reason TEXT NOT NULL,
	"by" TEXT NOT NULL,
	language TEXT NOT NULL,
	status TEXT NOT NULL,
	due_at INTEGER NOT NULL,
	promised_at INTEGER,
	claimed_by TEXT,
	claimed_until INTEGER,
	outcome TEXT,
	note BLOB,
	created_at INTEGER NOT NULL,
	closed_at INTEGER,
	CONSTRAINT pk_calls PRIMARY KEY (id),
	CONSTRAINT fk_calls_person_id FOREIGN KEY(person_id) REFERENCES people (id),
	CONSTRAINT fk_calls_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT fk_calls_request_id FOREIGN KEY(request_id) REFERENCES requests (id),
	CONSTRAINT fk_calls_offer_id FOREIGN KEY(offer_id) REFERENCES offers (id)
)
 STRICT;

CREATE INDEX ix_calls_status_due_at ON calls (status, due_at);

CREATE INDEX ix_calls_person_id ON calls (person_id);

CREATE INDEX ix_calls_request_id ON calls (request_id);

CREATE TABLE offer_needs (
	offer_id TEXT NOT NULL,
	request_need_id TEXT NOT NULL,
	CONSTRAINT pk_offer_needs PRIMARY KEY (offer_id, request_need_id),
	CONSTRAINT fk_offer_needs_offer_id FOREIGN KEY(offer_id) REFERENCES offers (id),
	CONSTRAINT fk_offer_needs_request_need_id FOREIGN KEY(request_need_id) REFERENCES request_needs (id)
)
 STRICT;

CREATE TABLE tasks (
	id TEXT NOT NULL,
	offer_id TEXT NOT NULL,
	request_id TEXT NOT NULL,
	group_id TEXT NOT NULL,
	person_id TEXT NOT NULL,
	word TEXT NOT NULL,
	status TEXT NOT NULL,
	accepted_at INTEGER NOT NULL,
	started_at INTEGER,
	arrive_at INTEGER,
	checked_at INTEGER,
	next_at INTEGER,
	ended_at INTEGER,
	CONSTRAINT pk_tasks PRIMARY KEY (id),
	CONSTRAINT uq_tasks_offer_id UNIQUE (offer_id),
	CONSTRAINT fk_tasks_offer_id FOREIGN KEY(offer_id) REFERENCES offers (id),
	CONSTRAINT fk_tasks_request_id FOREIGN KEY(request_id) REFERENCES requests (id),
	CONSTRAINT fk_tasks_group_id FOREIGN KEY(group_id) REFERENCES groups (id),
	CONSTRAINT fk_tasks_person_id FOREIGN KEY(person_id) REFERENCES people (id)
)
 STRICT;

CREATE INDEX ix_tasks_next_at ON tasks (next_at);

CREATE INDEX ix_tasks_request_id ON tasks (request_id);

CREATE INDEX ix_tasks_person_id ON tasks (person_id);

CREATE TABLE call_attempts (
	id TEXT NOT NULL,
	call_id TEXT NOT NULL,
	caller_id TEXT NOT NULL,
	outcome TEXT NOT NULL,
	at INTEGER NOT NULL,
	CONSTRAINT pk_call_attempts PRIMARY KEY (id),
	CONSTRAINT fk_call_attempts_call_id FOREIGN KEY(call_id) REFERENCES calls (id)
)
 STRICT;

CREATE INDEX ix_call_attempts_call_id ON call_attempts (call_id);

CREATE TABLE inbound (
	id TEXT NOT NULL,
	channel TEXT NOT NULL,
	message_id TEXT NOT NULL,
	address_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	kind TEXT NOT NULL,
	body BLOB NOT NULL,
	call_id TEXT,
	received_at INTEGER NOT NULL,
	attempts INTEGER DEFAULT '0' NOT NULL,
	settled_at INTEGER,
	CONSTRAINT pk_inbound PRIMARY KEY (id),
	CONSTRAINT uq_inbound_channel_message_id UNIQUE (channel, message_id),
	CONSTRAINT fk_inbound_address_id FOREIGN KEY(address_id) REFERENCES addresses (id),
	CONSTRAINT fk_inbound_call_id FOREIGN KEY(call_id) REFERENCES calls (id)
)
 STRICT;

CREATE INDEX ix_inbound_address_id_settled_at_position ON inbound (address_id, settled_at, position);
