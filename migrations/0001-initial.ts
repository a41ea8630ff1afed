import { Migration } from '@mikro-orm/migrations';

export class M0001 extends Migration {
  override up(): void {
    this.addSql(
      'create table "audit_event" ("id" uuid not null, "tenant_id" uuid not null, "position" int not null, "at" timestamptz(3) not null, "action" varchar(255) not null, "outcome" varchar(255) not null, "actor" varchar(255) not null, "subject_type" varchar(255) not null, "subject_id" varchar(255) not null, "review_id" uuid null, "details" jsonb not null, "previous_hash" varchar(255) not null, "hash" varchar(255) not null, primary key ("id"))',
    );
    this.addSql('comment on table "audit_event" is \'append-only\'');
    this.addSql('create index "audit_event_tenant_id_index" on "audit_event" ("tenant_id")');
    this.addSql('create index "audit_event_by_review" on "audit_event" ("tenant_id", "review_id")');
    this.addSql(
      'alter table "audit_event" add constraint "audit_event_one_per_position" unique ("tenant_id", "position")',
    );
    this.addSql(
      'create table "audit_head" ("id" uuid not null, "tenant_id" uuid not null, "position" int not null, "hash" varchar(255) not null, primary key ("id"))',
    );
    this.addSql('comment on table "audit_head" is \'never-deleted\'');
    this.addSql('create index "audit_head_tenant_id_index" on "audit_head" ("tenant_id")');
    this.addSql(
      'create table "batched_review" ("id" uuid not null, "tenant_id" uuid not null, "batch_key" uuid not null, "parts" int not null, "tokens" int not null, primary key ("id"))',
    );
    this.addSql('create index "batched_review_tenant_id_index" on "batched_review" ("tenant_id")');
    this.addSql('create index "batched_review_batch_key_index" on "batched_review" ("batch_key")');
    this.addSql(
      'create table "chart_version" ("id" uuid not null, "tenant_id" uuid not null, "sealed_chart" bytea not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "chart_version_tenant_id_index" on "chart_version" ("tenant_id")');
    this.addSql('create index "chart_version_by_age" on "chart_version" ("tenant_id", "created_at")');
    this.addSql(
      'create table "clinician_query" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "encounter_id" varchar(255) not null, "finding_key" varchar(255) not null, "review_id" uuid not null, "sealed_query" bytea not null, "sealed_answer" bytea null, "sent_by" varchar(255) not null, "sent_at" timestamptz not null, "answered_by" varchar(255) null, "answered_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "clinician_query_tenant_id_index" on "clinician_query" ("tenant_id")');
    this.addSql('create index "clinician_query_review_id_index" on "clinician_query" ("review_id")');
    this.addSql(
      'alter table "clinician_query" add constraint "clinician_query_one_per_finding" unique ("tenant_id", "site_id", "encounter_id", "finding_key")',
    );
    this.addSql(
      'create table "data_key" ("id" uuid not null, "tenant_id" uuid not null, "scope" varchar(255) not null, "wrapped" bytea null, "wrapped_by" varchar(255) not null, "created_at" timestamptz not null, "shredded_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "data_key_tenant_id_index" on "data_key" ("tenant_id")');
    this.addSql('alter table "data_key" add constraint "data_key_one_per_scope" unique ("tenant_id", "scope")');
    this.addSql(
      'create table "deidentification" ("id" uuid not null, "tenant_id" uuid not null, "sealed_chart" bytea not null, "sealed_map" bytea not null, "counts" jsonb not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "deidentification_tenant_id_index" on "deidentification" ("tenant_id")');
    this.addSql(
      'create table "disposition" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "encounter_id" varchar(255) not null, "finding_key" varchar(255) not null, "review_id" uuid not null, "decision" varchar(255) not null, "reason" varchar(255) null, "sealed_note" bytea not null, "decided_by" varchar(255) not null, "decided_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "disposition_tenant_id_index" on "disposition" ("tenant_id")');
    this.addSql('create index "disposition_review_id_index" on "disposition" ("review_id")');
    this.addSql(
      'alter table "disposition" add constraint "disposition_one_per_finding" unique ("tenant_id", "site_id", "encounter_id", "finding_key")',
    );
    this.addSql(
      'create table "finding" ("id" uuid not null, "tenant_id" uuid not null, "review_id" uuid not null, "key" varchar(255) not null, "rank" int not null, "kind" text not null, "direction" text not null, "confidence" double precision not null, "source" text not null, "sealed_content" bytea not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "finding_tenant_id_index" on "finding" ("tenant_id")');
    this.addSql('create index "finding_review_id_index" on "finding" ("review_id")');
    this.addSql('alter table "finding" add constraint "finding_one_per_key" unique ("tenant_id", "review_id", "key")');
    this.addSql(
      'create table "http_session" ("sid" varchar(255) not null, "sess" jsonb not null, "expire" timestamptz not null, primary key ("sid"))',
    );
    this.addSql('create index "http_session_expire_index" on "http_session" ("expire")');
    this.addSql(
      'create table "launch_directory" ("launch_id" uuid not null, "tenant_id" uuid not null, "session_hash" varchar(255) not null, primary key ("launch_id"))',
    );
    this.addSql('create index "launch_directory_tenant_id_index" on "launch_directory" ("tenant_id")');
    this.addSql('create index "launch_directory_session_hash_index" on "launch_directory" ("session_hash")');
    this.addSql(
      'create table "launch" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "session_hash" varchar(255) not null, "user_issuer" text not null, "user_subject" varchar(255) not null, "fhir_user" text null, "patient_id" varchar(255) not null, "encounter_id" varchar(255) not null, "need_patient_banner" boolean not null, "intent" varchar(255) null, "granted_scope" text not null, "sealed_tokens" bytea null, "token_expires_at" timestamptz not null, "expires_at" timestamptz not null, "created_at" timestamptz not null, "last_seen_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "launch_tenant_id_index" on "launch" ("tenant_id")');
    this.addSql('create index "launch_session_hash_index" on "launch" ("session_hash")');
    this.addSql(
      'create table "login_attempt" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "state_hash" varchar(255) not null, "session_hash" varchar(255) not null, "sealed_secrets" bytea not null, "expires_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "login_attempt_tenant_id_index" on "login_attempt" ("tenant_id")');
    this.addSql('alter table "login_attempt" add constraint "login_attempt_state_unique" unique ("state_hash")');
    this.addSql('create index "login_attempt_expires_at_index" on "login_attempt" ("expires_at")');
    this.addSql(
      'create table "model_batch" ("id" uuid not null, "tenant_id" uuid not null, "batch_id" varchar(255) null, "submitted_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "model_batch_tenant_id_index" on "model_batch" ("tenant_id")');
    this.addSql(
      'create table "publication" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "encounter_id" varchar(255) not null, "review_id" uuid not null, "resource_type" varchar(255) not null, "key" varchar(255) not null, "resource_id" varchar(255) not null, "version_id" varchar(255) null, "content_hash" varchar(255) not null, "state" varchar(255) not null, "written_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "publication_tenant_id_index" on "publication" ("tenant_id")');
    this.addSql(
      'alter table "publication" add constraint "publication_one_per_key" unique ("tenant_id", "site_id", "encounter_id", "resource_type", "key")',
    );
    this.addSql(
      'create table "pull_run" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "state" text not null, "requested_by" varchar(255) not null, "window_from" timestamptz not null, "window_until" timestamptz not null, "watermark" timestamptz null, "found" int not null, "error_code" varchar(255) null, "started_at" timestamptz not null, "heartbeat_at" timestamptz not null, "finished_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "pull_run_tenant_id_index" on "pull_run" ("tenant_id")');
    this.addSql(
      'create unique index "pull_run_one_running" on "pull_run" ("tenant_id", "site_id") where state = \'running\'',
    );
    this.addSql('create index "pull_run_by_site" on "pull_run" ("tenant_id", "site_id", "started_at")');
    this.addSql(
      'create table "rate_budget" ("name" varchar(255) not null, "requests_free_at" timestamptz not null, "characters_free_at" timestamptz not null, primary key ("name"))',
    );
    this.addSql(
      'create table "review" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "encounter_id" varchar(255) not null, "patient_id" varchar(255) null, "chart_version" varchar(255) null, "state" text not null, "failed_step" varchar(255) null, "error_code" varchar(255) null, "waits_until" timestamptz null, "requested_by" varchar(255) not null, "left_batch" text null, "timings" jsonb not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, "checked_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "review_tenant_id_index" on "review" ("tenant_id")');
    this.addSql(
      'create unique index "review_one_current" on "review" ("tenant_id", "site_id", "encounter_id") where state <> \'superseded\'',
    );
    this.addSql('create index "review_by_state" on "review" ("tenant_id", "state", "updated_at")');
    this.addSql(
      'alter table "review" add constraint "review_one_per_chart_version" unique ("tenant_id", "site_id", "encounter_id", "chart_version")',
    );
    this.addSql(
      'create table "review_outcome" ("id" uuid not null, "tenant_id" uuid not null, "sealed_not_evaluated" bytea not null, "model" jsonb not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "review_outcome_tenant_id_index" on "review_outcome" ("tenant_id")');
    this.addSql(
      'create table "signing_key" ("id" uuid not null, "tenant_id" uuid not null, "site_id" uuid not null, "algorithm" text not null, "state" text not null, "public_jwk" jsonb not null, "sealed_private_jwk" bytea not null, "published_at" timestamptz not null, "activated_at" timestamptz null, "retired_at" timestamptz null, primary key ("id"))',
    );
    this.addSql('create index "signing_key_tenant_id_index" on "signing_key" ("tenant_id")');
    this.addSql('create index "signing_key_site_id_index" on "signing_key" ("site_id")');
    this.addSql(
      'create unique index "signing_key_one_active" on "signing_key" ("site_id", "algorithm") where state = \'active\'',
    );
    this.addSql(
      'create table "site_directory" ("site_id" uuid not null, "tenant_id" uuid not null, "issuer" text not null, primary key ("site_id"))',
    );
    this.addSql('create index "site_directory_tenant_id_index" on "site_directory" ("tenant_id")');
    this.addSql('alter table "site_directory" add constraint "site_directory_issuer_unique" unique ("issuer")');
    this.addSql(
      'create table "site" ("id" uuid not null, "tenant_id" uuid not null, "name" varchar(255) not null, "fhir_base_url" text not null, "client_id" varchar(255) not null, "backend_client_id" varchar(255) null, "auth_method" text not null, "signing_algorithm" text not null, "sealed_client_secret" bytea null, "oidc_issuer" text null, "pinned_hosts" jsonb not null, "frame_ancestors" jsonb not null, "launch_scope" text not null, "backend_scope" text not null, "time_zone" varchar(255) not null, "nightly_schedule" varchar(255) not null, "nightly_enabled" boolean not null, "retention_days" int null, "revenue_cycle_users" jsonb not null, "fee_locality" varchar(255) null, "quirks" jsonb not null, "last_successful_pull" timestamptz null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql('create index "site_tenant_id_index" on "site" ("tenant_id")');
    this.addSql(
      'create table "tenant" ("id" uuid not null, "name" varchar(255) not null, "created_at" timestamptz not null, primary key ("id"))',
    );
    this.addSql(
      'create table "tenant_vault" ("tenant_id" uuid not null, "kms_key_id" varchar(255) null, "shredded_at" timestamptz null, primary key ("tenant_id"))',
    );
    this.addSql('alter table "audit_event" enable row level security');
    this.addSql('alter table "audit_event" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"audit_event\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "audit_head" enable row level security');
    this.addSql('alter table "audit_head" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"audit_head\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "batched_review" enable row level security');
    this.addSql('alter table "batched_review" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"batched_review\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "chart_version" enable row level security');
    this.addSql('alter table "chart_version" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"chart_version\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "clinician_query" enable row level security');
    this.addSql('alter table "clinician_query" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"clinician_query\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "data_key" enable row level security');
    this.addSql('alter table "data_key" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"data_key\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "deidentification" enable row level security');
    this.addSql('alter table "deidentification" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"deidentification\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "disposition" enable row level security');
    this.addSql('alter table "disposition" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"disposition\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql(
      "alter table \"finding\" add constraint \"finding_kind_check\" check (\"kind\" in ('missed-diagnosis', 'missed-service', 'unsupported-diagnosis', 'unsupported-service', 'diagnosis-specificity', 'wrong-diagnosis', 'level-of-service', 'modifier', 'code-pair-edit', 'units', 'add-on-without-primary', 'invalid-code', 'excludes1-conflict', 'sequencing', 'demographic-conflict', 'diagnosis-pointer', 'documentation-gap'))",
    );
    this.addSql(
      'alter table "finding" add constraint "finding_direction_check" check ("direction" in (\'over\', \'under\', \'neutral\'))',
    );
    this.addSql(
      'alter table "finding" add constraint "finding_source_check" check ("source" in (\'rules\', \'model\', \'both\'))',
    );
    this.addSql('alter table "finding" enable row level security');
    this.addSql('alter table "finding" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"finding\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "launch_directory" enable row level security');
    this.addSql('alter table "launch_directory" force row level security');
    this.addSql('create policy "anyone_reads" on "launch_directory" for select using (true)');
    this.addSql(
      'create policy "tenant_inserts" on "launch_directory" for insert with check (tenant_id = nullif(current_setting(\'app.tenant\', true), \'\')::uuid)',
    );
    this.addSql(
      'create policy "tenant_deletes" on "launch_directory" for delete using (tenant_id = nullif(current_setting(\'app.tenant\', true), \'\')::uuid)',
    );
    this.addSql('alter table "launch" enable row level security');
    this.addSql('alter table "launch" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"launch\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "login_attempt" enable row level security');
    this.addSql('alter table "login_attempt" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"login_attempt\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "model_batch" enable row level security');
    this.addSql('alter table "model_batch" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"model_batch\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "publication" enable row level security');
    this.addSql('alter table "publication" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"publication\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql(
      'alter table "pull_run" add constraint "pull_run_state_check" check ("state" in (\'running\', \'done\', \'failed\'))',
    );
    this.addSql('alter table "pull_run" enable row level security');
    this.addSql('alter table "pull_run" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"pull_run\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql(
      "alter table \"review\" add constraint \"review_state_check\" check (\"state\" in ('requested', 'charted', 'deidentified', 'waiting-for-model', 'reviewed', 'published', 'failed', 'parked', 'superseded'))",
    );
    this.addSql(
      "alter table \"review\" add constraint \"review_left_batch_check\" check (\"left_batch\" in ('unanswered', 'too-long', 'over-budget', 'person-waits'))",
    );
    this.addSql('alter table "review" enable row level security');
    this.addSql('alter table "review" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"review\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "review_outcome" enable row level security');
    this.addSql('alter table "review_outcome" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"review_outcome\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql(
      'alter table "signing_key" add constraint "signing_key_algorithm_check" check ("algorithm" in (\'RS384\', \'ES384\'))',
    );
    this.addSql(
      'alter table "signing_key" add constraint "signing_key_state_check" check ("state" in (\'next\', \'active\', \'retired\'))',
    );
    this.addSql('alter table "signing_key" enable row level security');
    this.addSql('alter table "signing_key" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"signing_key\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "site_directory" enable row level security');
    this.addSql('alter table "site_directory" force row level security');
    this.addSql('create policy "anyone_reads" on "site_directory" for select using (true)');
    this.addSql(
      'create policy "tenant_inserts" on "site_directory" for insert with check (tenant_id = nullif(current_setting(\'app.tenant\', true), \'\')::uuid)',
    );
    this.addSql(
      "create policy \"tenant_updates\" on \"site_directory\" for update using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql(
      'create policy "tenant_deletes" on "site_directory" for delete using (tenant_id = nullif(current_setting(\'app.tenant\', true), \'\')::uuid)',
    );
    this.addSql(
      'alter table "site" add constraint "site_auth_method_check" check ("auth_method" in (\'private_key_jwt\', \'client_secret_basic\'))',
    );
    this.addSql(
      'alter table "site" add constraint "site_signing_algorithm_check" check ("signing_algorithm" in (\'RS384\', \'ES384\'))',
    );
    this.addSql('alter table "site" enable row level security');
    this.addSql('alter table "site" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"site\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "tenant" enable row level security');
    this.addSql('alter table "tenant" force row level security');
    this.addSql(
      "create policy \"tenant_only\" on \"tenant\" using (id = nullif(current_setting('app.tenant', true), '')::uuid) with check (id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
    this.addSql('alter table "tenant_vault" enable row level security');
    this.addSql('alter table "tenant_vault" force row level security');
    this.addSql('create policy "anyone_reads" on "tenant_vault" for select using (true)');
    this.addSql(
      'create policy "tenant_inserts" on "tenant_vault" for insert with check (tenant_id = nullif(current_setting(\'app.tenant\', true), \'\')::uuid)',
    );
    this.addSql(
      "create policy \"tenant_updates\" on \"tenant_vault\" for update using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)",
    );
  }

  override down(): void {
    this.addSql('drop table if exists "audit_event" cascade');
    this.addSql('drop table if exists "audit_head" cascade');
    this.addSql('drop table if exists "batched_review" cascade');
    this.addSql('drop table if exists "chart_version" cascade');
    this.addSql('drop table if exists "clinician_query" cascade');
    this.addSql('drop table if exists "data_key" cascade');
    this.addSql('drop table if exists "deidentification" cascade');
    this.addSql('drop table if exists "disposition" cascade');
    this.addSql('drop table if exists "finding" cascade');
    this.addSql('drop table if exists "http_session" cascade');
    this.addSql('drop table if exists "launch_directory" cascade');
    this.addSql('drop table if exists "launch" cascade');
    this.addSql('drop table if exists "login_attempt" cascade');
    this.addSql('drop table if exists "model_batch" cascade');
    this.addSql('drop table if exists "publication" cascade');
    this.addSql('drop table if exists "pull_run" cascade');
    this.addSql('drop table if exists "rate_budget" cascade');
    this.addSql('drop table if exists "review" cascade');
    this.addSql('drop table if exists "review_outcome" cascade');
    this.addSql('drop table if exists "signing_key" cascade');
    this.addSql('drop table if exists "site_directory" cascade');
    this.addSql('drop table if exists "site" cascade');
    this.addSql('drop table if exists "tenant" cascade');
    this.addSql('drop table if exists "tenant_vault" cascade');
  }
}
