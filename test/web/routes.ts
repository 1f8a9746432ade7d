import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const WEB = fileURLToPath(new URL('../../apps/web', import.meta.url));

/** A page as its domain's `routes.ts` declares it. */
export interface DeclaredRoute {
  path: string;
  layout: 'app' | 'public' | 'plain' | 'screen';
  public: boolean;
  /** The component's file, relative to `apps/web`; the key of the build's manifest. */
  file: string;
  /** Its domain's folder, relative to `apps/web`. */
  folder: string;
}

function find(folder: string, name: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === name)
    .map((entry) => join(entry.parentPath, entry.name));
}

function property(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = node.properties.find((one) => one.name?.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

/** The file that a lazy component imports. */
function importedFile(node: ts.Expression): string | undefined {
  return /import\(\s*['"](.+?)['"]\s*\)/.exec(node.getText())?.[1];
}

function routesOf(file: string): DeclaredRoute[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const folder = dirname(file);
  const routes: DeclaredRoute[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const path = property(node, 'path');
      const component = property(node, 'component');
      const imported = component && importedFile(component);
      if (path && ts.isStringLiteralLike(path) && imported) {
        const meta = property(node, 'meta');
        const layout = meta && ts.isObjectLiteralExpression(meta) ? property(meta, 'layout') : undefined;
        const isPublic = meta && ts.isObjectLiteralExpression(meta) ? property(meta, 'public') : undefined;
        routes.push({
          path: path.text,
          layout: layout && ts.isStringLiteralLike(layout) ? (layout.text as DeclaredRoute['layout']) : 'app',
          public: isPublic?.kind === ts.SyntaxKind.TrueKeyword,
          file: relative(WEB, join(folder, imported)),
          folder: relative(WEB, folder),
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return routes;
}

/** Every page of every domain. */
export function declaredRoutes(): DeclaredRoute[] {
  return find(join(WEB, 'src'), 'routes.ts').flatMap(routesOf);
}
