/** What a bundler makes of the tides server: one long line with its libraries in it, and names of one letter. */
export function bundled(index: string): string {
  const brand = /name: '([\w-]+)'/.exec(index)?.[1] ?? 'harbour';
  const libraries = Array.from({ length: 260 }, (_, at) => library(at)).join('');
  return `#!/usr/bin/env node\n${HEAD}${libraries}${TAIL.replaceAll('BRAND', brand)}\n`;
}

/** A module as bundlers wrap it, different from the one before. */
function library(at: number): string {
  const name = `${String.fromCharCode(97 + (at % 26))}${at}`;
  return (
    `var ${name}=u((e,t)=>{"use strict";Object.defineProperty(e,"__esModule",{value:!0});var r=${at};` +
    `class n extends Error{constructor(s,i){super(s),this.code=i,this.name="E${at}"}}function o(s,i){if(typeof s!="string")throw new n("not a text",r);` +
    `return s.split(i).map(a=>a.trim()).filter(Boolean)}e.parse=o;e.E=n;e.max=${at * 7}});`
  );
}

const HEAD =
  'var p=Object.create,u=(e,t)=>()=>(t||e((t={exports:{}}).exports,t),t.exports);import{McpServer as S}from"@modelcontextprotocol/sdk/server/mcp.js";' +
  'import{StdioServerTransport as R}from"@modelcontextprotocol/sdk/server/stdio.js";import{z as d}from"zod";';

const TAIL =
  'var B="https://api.BRAND.test/v1",C=class{constructor(e){this.settings=e}stations(e){return this.get("/stations",{near:e})}' +
  'tides(e,t){return this.get(`/stations/${encodeURIComponent(e)}/tides`,{days:String(t)})}notices(){return this.get("/notices",{})}' +
  'async get(e,t){let r=new URL(B+e);for(let[o,s]of Object.entries(t))r.searchParams.set(o,s);let n=await fetch(r,{headers:{accept:"application/json",' +
  'authorization:`Bearer ${this.settings.apiKey}`},signal:AbortSignal.timeout(this.settings.timeoutMs)});if(!n.ok)throw new Error(`${e} answered ${n.status}`);return n.json()}};' +
  'function K(){let e=process.env.TIDES_API_KEY;if(e===void 0||e==="")throw new Error("TIDES_API_KEY is not set");let t=Number(process.env.TIDES_TIMEOUT_MS??"10000");return{apiKey:e,timeoutMs:Number.isFinite(t)?t:1e4}}' +
  'function A(e){return{content:[{type:"text",text:JSON.stringify(e,null,2)}]}}function T(e,t){e.registerTool("list_stations",{title:"Stations",description:"Lists the tide stations near a place",inputSchema:{near:d.string().describe("Name of a town, or latitude and longitude")},annotations:{readOnlyHint:!0}},async({near:r})=>A(await t.stations(r)));' +
  'e.registerTool("get_tides",{title:"Tides",description:"High and low water at a station for the next days",inputSchema:{station:d.string().describe("Identifier of a station"),days:d.number().int().min(1).max(14).default(3).describe("How many days")},annotations:{readOnlyHint:!0}},async({station:r,days:n})=>A(await t.tides(r,n)));' +
  'e.registerTool("list_notices",{title:"Notices",description:"Notices to mariners that are in force today",inputSchema:{},annotations:{readOnlyHint:!0}},async()=>A(await t.notices()))}' +
  'async function M(){let e=K(),t=new S({name:"BRAND",version:"3.0.0"});T(t,new C(e)),await t.connect(new R),console.error("BRAND is ready on stdio")}M().catch(e=>{console.error(e),process.exit(1)});';
