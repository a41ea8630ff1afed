import { Migration } from '@mikro-orm/migrations';

export class M0001 extends Migration {
  override up(): void {
    this.addSql("create table \"review\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"site_id\" uuid not null, \"encounter_id\" varchar(255) not null, \"patient_id\" varchar(255) null, \"chart_version\" varchar(255) null, \"state\" text not null, \"failed_step\" varchar(255) null, \"error_code\" varchar(255) null, \"requested_by\" varchar(255) not null, \"timings\" jsonb not null, \"created_at\" timestamptz not null, \"updated_at\" timestamptz not null, \"checked_at\" timestamptz null, primary key (\"id\"))");
    this.addSql("create index \"review_tenant_id_index\" on \"review\" (\"tenant_id\")");
    this.addSql("create unique index \"review_one_current\" on \"review\" (\"tenant_id\", \"site_id\", \"encounter_id\") where state <> 'superseded'");
    this.addSql("create index \"review_by_state\" on \"review\" (\"tenant_id\", \"state\", \"updated_at\")");
    this.addSql("alter table \"review\" add constraint \"review_one_per_chart_version\" unique (\"tenant_id\", \"site_id\", \"encounter_id\", \"chart_version\")");
    this.addSql("alter table \"review\" add constraint \"review_state_check\" check (\"state\" in ('requested', 'charted', 'deidentified', 'reviewed', 'published', 'failed', 'parked', 'superseded'))");
    this.addSql("alter table \"review\" enable row level security");
    this.addSql("alter table \"review\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"review\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
  }

  override down(): void {
    this.addSql("drop table if exists \"review\" cascade");
  }
}
