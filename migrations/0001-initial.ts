import { Migration } from '@mikro-orm/migrations';

export class M0001 extends Migration {
  override up(): void {
    this.addSql("create table \"chart_version\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"sealed_chart\" bytea not null, \"created_at\" timestamptz not null, primary key (\"id\"))");
    this.addSql("create index \"chart_version_tenant_id_index\" on \"chart_version\" (\"tenant_id\")");
    this.addSql("create table \"deidentification\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"sealed_chart\" bytea not null, \"sealed_map\" bytea not null, \"counts\" jsonb not null, \"created_at\" timestamptz not null, primary key (\"id\"))");
    this.addSql("create index \"deidentification_tenant_id_index\" on \"deidentification\" (\"tenant_id\")");
    this.addSql("create table \"disposition\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"site_id\" uuid not null, \"encounter_id\" varchar(255) not null, \"finding_key\" varchar(255) not null, \"decision\" varchar(255) not null, \"reason\" varchar(255) null, \"sealed_note\" bytea not null, \"decided_by\" varchar(255) not null, \"decided_at\" timestamptz not null, primary key (\"id\"))");
    this.addSql("create index \"disposition_tenant_id_index\" on \"disposition\" (\"tenant_id\")");
    this.addSql("alter table \"disposition\" add constraint \"disposition_one_per_finding\" unique (\"tenant_id\", \"site_id\", \"encounter_id\", \"finding_key\")");
    this.addSql("create table \"finding\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"review_id\" uuid not null, \"key\" varchar(255) not null, \"rank\" int not null, \"kind\" text not null, \"direction\" text not null, \"billed\" text[] not null, \"suggested\" text[] not null, \"confidence\" double precision not null, \"source\" varchar(255) not null, \"rule_id\" varchar(255) not null, \"rule_source\" varchar(255) not null, \"table_release\" varchar(255) null, \"sealed_content\" bytea not null, \"created_at\" timestamptz not null, primary key (\"id\"))");
    this.addSql("create index \"finding_tenant_id_index\" on \"finding\" (\"tenant_id\")");
    this.addSql("create index \"finding_review_id_index\" on \"finding\" (\"review_id\")");
    this.addSql("alter table \"finding\" add constraint \"finding_one_per_key\" unique (\"tenant_id\", \"review_id\", \"key\")");
    this.addSql("create table \"publication\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"site_id\" uuid not null, \"encounter_id\" varchar(255) not null, \"review_id\" uuid not null, \"resource_type\" varchar(255) not null, \"key\" varchar(255) not null, \"resource_id\" varchar(255) not null, \"version_id\" varchar(255) null, \"content_hash\" varchar(255) not null, \"state\" varchar(255) not null, \"written_at\" timestamptz not null, primary key (\"id\"))");
    this.addSql("create index \"publication_tenant_id_index\" on \"publication\" (\"tenant_id\")");
    this.addSql("alter table \"publication\" add constraint \"publication_one_per_key\" unique (\"tenant_id\", \"site_id\", \"encounter_id\", \"resource_type\", \"key\")");
    this.addSql("create table \"review\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"site_id\" uuid not null, \"encounter_id\" varchar(255) not null, \"patient_id\" varchar(255) null, \"chart_version\" varchar(255) null, \"state\" text not null, \"failed_step\" varchar(255) null, \"error_code\" varchar(255) null, \"requested_by\" varchar(255) not null, \"timings\" jsonb not null, \"created_at\" timestamptz not null, \"updated_at\" timestamptz not null, \"checked_at\" timestamptz null, primary key (\"id\"))");
    this.addSql("create index \"review_tenant_id_index\" on \"review\" (\"tenant_id\")");
    this.addSql("create unique index \"review_one_current\" on \"review\" (\"tenant_id\", \"site_id\", \"encounter_id\") where state <> 'superseded'");
    this.addSql("create index \"review_by_state\" on \"review\" (\"tenant_id\", \"state\", \"updated_at\")");
    this.addSql("alter table \"review\" add constraint \"review_one_per_chart_version\" unique (\"tenant_id\", \"site_id\", \"encounter_id\", \"chart_version\")");
    this.addSql("create table \"review_outcome\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"not_evaluated\" jsonb not null, \"model\" jsonb not null, \"created_at\" timestamptz not null, primary key (\"id\"))");
    this.addSql("create index \"review_outcome_tenant_id_index\" on \"review_outcome\" (\"tenant_id\")");
    this.addSql("alter table \"chart_version\" enable row level security");
    this.addSql("alter table \"chart_version\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"chart_version\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
    this.addSql("alter table \"deidentification\" enable row level security");
    this.addSql("alter table \"deidentification\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"deidentification\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
    this.addSql("alter table \"disposition\" enable row level security");
    this.addSql("alter table \"disposition\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"disposition\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
    this.addSql("alter table \"finding\" add constraint \"finding_kind_check\" check (\"kind\" in ('missed-diagnosis', 'missed-service', 'unsupported-diagnosis', 'unsupported-service', 'diagnosis-specificity', 'wrong-diagnosis', 'level-of-service', 'modifier', 'code-pair-edit', 'units', 'add-on-without-primary', 'invalid-code', 'excludes1-conflict', 'sequencing', 'demographic-conflict', 'diagnosis-pointer', 'documentation-gap'))");
    this.addSql("alter table \"finding\" add constraint \"finding_direction_check\" check (\"direction\" in ('over', 'under', 'neutral'))");
    this.addSql("alter table \"finding\" enable row level security");
    this.addSql("alter table \"finding\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"finding\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
    this.addSql("alter table \"publication\" enable row level security");
    this.addSql("alter table \"publication\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"publication\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
    this.addSql("alter table \"review\" add constraint \"review_state_check\" check (\"state\" in ('requested', 'charted', 'deidentified', 'reviewed', 'published', 'failed', 'parked', 'superseded'))");
    this.addSql("alter table \"review\" enable row level security");
    this.addSql("alter table \"review\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"review\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
    this.addSql("alter table \"review_outcome\" enable row level security");
    this.addSql("alter table \"review_outcome\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"review_outcome\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
  }

  override down(): void {
    this.addSql("drop table if exists \"chart_version\" cascade");
    this.addSql("drop table if exists \"deidentification\" cascade");
    this.addSql("drop table if exists \"disposition\" cascade");
    this.addSql("drop table if exists \"finding\" cascade");
    this.addSql("drop table if exists \"publication\" cascade");
    this.addSql("drop table if exists \"review\" cascade");
    this.addSql("drop table if exists \"review_outcome\" cascade");
  }
}
