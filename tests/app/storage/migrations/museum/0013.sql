CREATE TABLE settings (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE operations (
	id TEXT NOT NULL, 
	record TEXT NOT NULL, 
	result INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE uses (
	kind TEXT NOT NULL, 
	record TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (kind, record)
);
CREATE TABLE numbers (
	day DATE NOT NULL, 
	taken INTEGER NOT NULL, 
	PRIMARY KEY (day)
);
CREATE TABLE catalogs (
	sequence INTEGER NOT NULL, 
	version TEXT NOT NULL, 
	title TEXT NOT NULL, 
	imported_on DATE NOT NULL, 
	offerings INTEGER NOT NULL, 
	bundles INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE (version)
);
CREATE TABLE catalog_drafts (
	id TEXT NOT NULL, 
	base TEXT NOT NULL, 
	state TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	updated VARCHAR(32) NOT NULL, 
	published TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE rule_drafts (
	id TEXT NOT NULL, 
	base TEXT NOT NULL, 
	state TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	updated VARCHAR(32) NOT NULL, 
	published TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE customers (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	segment TEXT NOT NULL, 
	accounts INTEGER NOT NULL, 
	monthly BIGINT NOT NULL, 
	revision INTEGER NOT NULL, 
	updated VARCHAR(32) NOT NULL, 
	search_text TEXT NOT NULL, 
	content BLOB NOT NULL, 
	bills BLOB NOT NULL, 
	card BLOB, 
	PRIMARY KEY (id)
);
CREATE TABLE customer_edits (
	sequence INTEGER NOT NULL, 
	customer TEXT NOT NULL, 
	label TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	state TEXT NOT NULL, 
	"before" BLOB NOT NULL, 
	"after" BLOB NOT NULL, 
	merged BLOB, 
	PRIMARY KEY (sequence)
);
CREATE INDEX customer_edits_by_customer ON customer_edits (customer);
CREATE TABLE customer_merges (
	other TEXT NOT NULL, 
	kept TEXT NOT NULL, 
	PRIMARY KEY (other)
);
CREATE INDEX customer_merges_by_kept ON customer_merges (kept);
CREATE TABLE market_edits (
	sequence INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	state TEXT NOT NULL, 
	"before" BLOB, 
	"after" BLOB NOT NULL, 
	PRIMARY KEY (sequence)
);
CREATE TABLE market_tables (
	name TEXT NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE quotes (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	title TEXT NOT NULL, 
	customer TEXT NOT NULL, 
	manager TEXT NOT NULL, 
	valid_until DATE NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	updated VARCHAR(32) NOT NULL, 
	revision INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	search_text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (number)
);
CREATE INDEX quotes_by_update ON quotes (updated);
CREATE INDEX quotes_by_customer ON quotes (customer);
CREATE TABLE policies (
	sequence INTEGER NOT NULL, 
	version TEXT NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence), 
	UNIQUE (version)
);
CREATE TABLE template_registers (
	sequence INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence)
);
CREATE TABLE catalog_draft_edits (
	draft TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	merge_key TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	truncated_by INTEGER, 
	content BLOB NOT NULL, 
	PRIMARY KEY (draft, position), 
	FOREIGN KEY(draft) REFERENCES catalog_drafts (id)
);
CREATE TABLE rule_draft_edits (
	draft TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	merge_key TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	truncated_by INTEGER, 
	content BLOB NOT NULL, 
	PRIMARY KEY (draft, position), 
	FOREIGN KEY(draft) REFERENCES rule_drafts (id)
);
CREATE TABLE bill_imports (
	sequence INTEGER NOT NULL, 
	customer TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	files BLOB NOT NULL, 
	figures BLOB NOT NULL, 
	left_as TEXT NOT NULL, 
	"before" BLOB, 
	PRIMARY KEY (sequence), 
	FOREIGN KEY(customer) REFERENCES customers (id)
);
CREATE INDEX bill_imports_by_customer ON bill_imports (customer);
CREATE TABLE quote_edits (
	quote TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	merge_key TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	truncated_by INTEGER, 
	monthly BIGINT, 
	contract BIGINT, 
	content BLOB NOT NULL, 
	PRIMARY KEY (quote, position), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE TABLE quote_events (
	quote TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	truncated INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (quote, revision), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE TABLE revisions (
	quote TEXT NOT NULL, 
	label TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	fingerprint TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (quote, label), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE TABLE documents (
	sequence INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	revision TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	format TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	issued_at VARCHAR(32) NOT NULL, 
	PRIMARY KEY (sequence), 
	CONSTRAINT documents_once UNIQUE (quote, revision, kind, format, hash), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE INDEX documents_by_hash ON documents (hash);
CREATE TABLE promotion_uses (
	quote TEXT NOT NULL, 
	label TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	customer TEXT NOT NULL, 
	taken BIGINT NOT NULL, 
	PRIMARY KEY (quote, label, rule), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE INDEX promotion_uses_by_rule ON promotion_uses (rule);
CREATE TABLE life_entries (
	sequence INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	deed TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	digest TEXT NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE INDEX life_entries_by_quote ON life_entries (quote);
CREATE TABLE document_templates (
	quote TEXT NOT NULL, 
	document TEXT NOT NULL, 
	template TEXT NOT NULL, 
	name TEXT NOT NULL, 
	version TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	PRIMARY KEY (quote, document), 
	FOREIGN KEY(quote) REFERENCES quotes (id)
);
CREATE TRIGGER catalogs_never_update BEFORE UPDATE ON catalogs BEGIN SELECT RAISE(ABORT, 'catalogs is append-only'); END;
CREATE TRIGGER catalogs_never_delete BEFORE DELETE ON catalogs BEGIN SELECT RAISE(ABORT, 'catalogs is append-only'); END;
CREATE TRIGGER quote_events_never_update BEFORE UPDATE ON quote_events BEGIN SELECT RAISE(ABORT, 'quote_events is append-only'); END;
CREATE TRIGGER quote_events_never_delete BEFORE DELETE ON quote_events BEGIN SELECT RAISE(ABORT, 'quote_events is append-only'); END;
CREATE TRIGGER revisions_never_update BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions is append-only'); END;
CREATE TRIGGER revisions_never_delete BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions is append-only'); END;
CREATE TRIGGER documents_never_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER documents_never_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;
CREATE TRIGGER policies_never_update BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'policies is append-only'); END;
CREATE TRIGGER policies_never_delete BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'policies is append-only'); END;
CREATE TRIGGER promotion_uses_never_update BEFORE UPDATE ON promotion_uses BEGIN SELECT RAISE(ABORT, 'promotion_uses is append-only'); END;
CREATE TRIGGER promotion_uses_never_delete BEFORE DELETE ON promotion_uses BEGIN SELECT RAISE(ABORT, 'promotion_uses is append-only'); END;
CREATE TRIGGER life_entries_never_update BEFORE UPDATE ON life_entries BEGIN SELECT RAISE(ABORT, 'life_entries is append-only'); END;
CREATE TRIGGER life_entries_never_delete BEFORE DELETE ON life_entries BEGIN SELECT RAISE(ABORT, 'life_entries is append-only'); END;
CREATE TRIGGER template_registers_never_update BEFORE UPDATE ON template_registers BEGIN SELECT RAISE(ABORT, 'template_registers is append-only'); END;
CREATE TRIGGER template_registers_never_delete BEFORE DELETE ON template_registers BEGIN SELECT RAISE(ABORT, 'template_registers is append-only'); END;
CREATE TRIGGER document_templates_never_update BEFORE UPDATE ON document_templates BEGIN SELECT RAISE(ABORT, 'document_templates is append-only'); END;
CREATE TRIGGER document_templates_never_delete BEFORE DELETE ON document_templates BEGIN SELECT RAISE(ABORT, 'document_templates is append-only'); END;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE authority_drafts (
	id TEXT NOT NULL, 
	base TEXT NOT NULL, 
	state TEXT NOT NULL, 
	revision INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	created VARCHAR(32) NOT NULL, 
	updated VARCHAR(32) NOT NULL, 
	published TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE authority_editions (
	sequence INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence)
);
CREATE TABLE authority_draft_edits (
	draft TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	label TEXT NOT NULL, 
	merge_key TEXT NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	truncated_by INTEGER, 
	content BLOB NOT NULL, 
	PRIMARY KEY (draft, position), 
	FOREIGN KEY(draft) REFERENCES authority_drafts (id)
);
CREATE TRIGGER authority_editions_never_update BEFORE UPDATE ON authority_editions BEGIN SELECT RAISE(ABORT, 'authority_editions is append-only'); END;
CREATE TRIGGER authority_editions_never_delete BEFORE DELETE ON authority_editions BEGIN SELECT RAISE(ABORT, 'authority_editions is append-only'); END;
CREATE TABLE customer_imports (
	sequence INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	files BLOB NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence)
);
CREATE TABLE sales_libraries (
	sequence INTEGER NOT NULL, 
	at VARCHAR(32) NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (sequence)
);
CREATE TRIGGER sales_libraries_never_update BEFORE UPDATE ON sales_libraries BEGIN SELECT RAISE(ABORT, 'sales_libraries is append-only'); END;
CREATE TRIGGER sales_libraries_never_delete BEFORE DELETE ON sales_libraries BEGIN SELECT RAISE(ABORT, 'sales_libraries is append-only'); END;
