import { Migration } from '@mikro-orm/migrations';

export class M0002 extends Migration {
  override up(): void {
    this.addSql("create table \"pull_run\" (\"id\" uuid not null, \"tenant_id\" uuid not null, \"site_id\" uuid not null, \"state\" text not null, \"requested_by\" varchar(255) not null, \"window_from\" timestamptz not null, \"window_until\" timestamptz not null, \"watermark\" timestamptz null, \"found\" int not null, \"error_code\" varchar(255) null, \"started_at\" timestamptz not null, \"heartbeat_at\" timestamptz not null, \"finished_at\" timestamptz null, primary key (\"id\"))");
    this.addSql("create index \"pull_run_tenant_id_index\" on \"pull_run\" (\"tenant_id\")");
    this.addSql("create unique index \"pull_run_one_running\" on \"pull_run\" (\"tenant_id\", \"site_id\") where state = 'running'");
    this.addSql("create index \"pull_run_by_site\" on \"pull_run\" (\"tenant_id\", \"site_id\", \"started_at\")");
    this.addSql("alter table \"pull_run\" add constraint \"pull_run_state_check\" check (\"state\" in ('running', 'done', 'failed'))");
    this.addSql("alter table \"pull_run\" enable row level security");
    this.addSql("alter table \"pull_run\" force row level security");
    this.addSql("create policy \"tenant_only\" on \"pull_run\" using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)");
  }

  override down(): void {
    this.addSql("drop table if exists \"pull_run\" cascade");
  }
}
