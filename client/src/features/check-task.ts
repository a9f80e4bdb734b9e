/** The task that checks all cables of a folder by `reftel check`, with a problem matcher that puts the findings into the Problems view. */

import { l10n, ProcessExecution, Task, TaskGroup, tasks, workspace } from "vscode";
import type { ClientPart } from "../client-part.ts";

/** The kind of task in `tasks.json`; its properties are declared in the manifest. */
const KIND = "reftel";

/** The problem matcher that the manifest declares. */
const MATCHER = "$reftel-check";

/** Tasks run programs, so there are none where the extension runs in a browser. */
export const checkTask: ClientPart = ({ program }) => {
  if (program === null) return [];
  const { command, script, env } = program;
  const execution = (paths: readonly string[], level: string): ProcessExecution =>
    new ProcessExecution(command, [script, "check", ...paths, "--level", level], { env });
  return [
    tasks.registerTaskProvider(KIND, {
      provideTasks: () =>
        (workspace.workspaceFolders ?? []).map((folder) => {
          const definition = { type: KIND, paths: ["."], level: "warning" };
          const task = new Task(
            definition,
            folder,
            l10n.t("check cables"),
            "Reftel",
            execution(definition.paths, definition.level),
            MATCHER,
          );
          task.group = TaskGroup.Test;
          return task;
        }),
      resolveTask: ({ definition, scope, name, source }) => {
        if (scope === undefined) return undefined;
        const paths = Array.isArray(definition.paths)
          ? definition.paths.filter((path) => typeof path === "string")
          : ["."];
        const level = typeof definition.level === "string" ? definition.level : "warning";
        return new Task(definition, scope, name, source, execution(paths, level), MATCHER);
      },
    }),
  ];
};
