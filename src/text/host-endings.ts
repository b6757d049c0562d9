/**
 * Services by what a program that sends to them does. Names and what lies under them; read from the services' own pages, 2026-11.
 * Only services where anybody gets a name without being known: a vendor's API is none, however often it is misused.
 */
export const HOST_ENDINGS = {
  'cloud-metadata': [
    'metadata.google.internal',
    'metadata.goog',
    'instance-data.ec2.internal',
    'metadata.azure.internal',
  ],
  paste:
    `pastebin.com paste.ee pastes.io hastebin.com toptal.com/hastebin dpaste.org dpaste.com paste.rs ix.io sprunge.us
    termbin.com rentry.co rentry.org ghostbin.com ghostbin.co privatebin.net bpa.st paste.mozilla.org controlc.com justpaste.it
    pastecode.io paste.debian.net paste.ubuntu.com paste.centos.org pastie.org gist.githubusercontent.com jsonkeeper.com
    npoint.io jsonbin.io textbin.net telegra.ph snippet.host paste.c-net.org p.ip.fi nekobin.com katb.in
    del.dog pastefs.com pst.klgrth.io mockbin.io mocki.io`.split(/\s+/),
  webhook: `webhook.site webhook.cool webhookinbox.com webhook-test.com requestbin.com requestbin.net requestbin.io
    requestcatcher.com pipedream.net beeceptor.com hookbin.com hookb.in putsreq.com ptsv2.com ptsv3.com postb.in
    requestinspector.com httpdump.io typedwebhook.tools webhookrelay.com hookdeck.com
    hooks.slack.com hooks.zapier.com hook.eu1.make.com hook.eu2.make.com hook.us1.make.com hook.us2.make.com hook.integromat.com
    maker.ifttt.com webhook.office.com outlook.office.com/webhook api.telegram.org discord.com/api/webhooks
    discordapp.com/api/webhooks canary.discord.com/api/webhooks ptb.discord.com/api/webhooks
    script.google.com/macros script.googleusercontent.com formspree.io formsubmit.co ntfy.sh api.pushover.net
    api.day.app smee.io svix.com/in play.svix.com n8n.cloud/webhook`.split(/\s+/),
  tunnel:
    `trycloudflare.com cfargotunnel.com ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev ngrok.pizza loca.lt
    localtunnel.me serveo.net serveousercontent.com localhost.run lhr.life lhr.rocks lhrtunnel.link pagekite.me bore.pub
    tunnelto.dev pinggy.link pinggy.io pinggy-free.link zrok.io devtunnels.ms tunnels.api.visualstudio.com ts.net playit.gg
    ply.gg sharedwithexpose.com telebit.io localxpose.io loclx.io packetriot.net portmap.io portmap.host localtonet.com
    tunnelmole.net srv.us natapp1.cc natappfree.cc cpolar.io cpolar.cn cpolar.top`.split(/\s+/),
  'dynamic-dns':
    `duckdns.org ddns.net hopto.org zapto.org sytes.net dynu.net dynu.com freedns.org myftp.org myftp.biz myvnc.com
    servehttp.com serveftp.com servegame.com serveblog.net servebeer.com serveminecraft.net servemp3.com servepics.com
    redirectme.net bounceme.net gotdns.ch no-ip.org no-ip.biz no-ip.info noip.me noip.com dyndns.org dyndns.info dynalias.com
    dnsalias.com homeip.net homelinux.org homelinux.com homeunix.org dyndns-ip.com dynv6.net afraid.org mooo.com chickenkiller.com
    crabdance.com strangled.net ignorelist.com jumpingcrab.com twilightparadox.com us.to ddnsfree.com ddnsgeek.com giize.com
    gleeze.com kozow.com loseyourip.com ooguy.com casacam.net theworkpc.com accesscam.org camdvr.org freeddns.org mywire.org
    webredirect.org 3utilities.com changeip.com dns04.com dnsdojo.com dnsdynamic.com dnsexit.com linkpc.net publicvm.com
    nip.io sslip.io xip.io traefik.me nsupdate.info spdns.de selfhost.eu selfip.com ydns.eu dedyn.io myds.me synology.me
    myqnapcloud.com ddns.me 3322.org f3322.net 8866.org`.split(/\s+/),
  'file-drop':
    `transfer.sh 0x0.st file.io gofile.io anonfiles.com anonfile.com bayfiles.com catbox.moe litterbox.catbox.moe
    tmpfiles.org temp.sh tempfile.org oshi.at bashupload.com filebin.net filebin.ca pixeldrain.com keep.sh free.keep.sh
    ufile.io uploadfiles.io wetransfer.com sendspace.com mediafire.com mega.nz mega.co.nz workupload.com fileditch.com
    qu.ax uguu.se pomf.lain.la x0.at up2sha.re dropmefiles.com easyupload.io krakenfiles.com send.vis.ee wormhole.app
    storage.to put.re transferfile.io upload.ee zippyshare.com dosya.co files.fm we.tl
    cdn.discordapp.com siasky.net nofile.io 1fichier.com`.split(/\s+/),
  'dns-exfiltration':
    `interact.sh oast.fun oast.pro oast.live oast.site oast.online oast.me oastify.com burpcollaborator.net
    dnslog.cn dnslog.link ceye.io eyes.sh requestrepo.com canarytokens.com canarytokens.org dnsbin.zhack.ca bxss.me bxss.in
    xss.ht ezxss.com pingb.in digimg.store dig.pm callback.red exploit-server.net`.split(/\s+/),
} as const satisfies Record<string, readonly string[]>;
