<?xml version="1.0" encoding="utf-8"?>
<!-- Leaves frontdesk.exe and its icon out of what heat has found: frontdesk.wxs has them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:wix="http://schemas.microsoft.com/wix/2006/wi">
  <xsl:output indent="yes" />
  <xsl:key name="ours" match="wix:Component[contains(wix:File/@Source, '\frontdesk.')]" use="@Id" />
  <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()" /></xsl:copy></xsl:template>
  <xsl:template match="wix:Component[key('ours', @Id)]" />
  <xsl:template match="wix:ComponentRef[key('ours', @Id)]" />
</xsl:stylesheet>
